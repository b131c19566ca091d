//! A pseudo-terminal with the command in it.

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use rexpect::reader::Options;
use rexpect::session::{PtySession, spawn_with_options};

/// How long a test waits for something to be shown, in milliseconds; one that passes never waits as long.
const PATIENCE: u64 = 120_000;

/// A terminal with the command in it.
pub(crate) struct Terminal {
    pub(crate) session: PtySession,
    _state: Folder,
}

/// A directory of one test.
#[derive(Clone)]
pub(crate) struct Folder(pub(crate) Arc<Created>);

pub(crate) struct Created(pub(crate) PathBuf);

impl Terminal {
    /// Starts the command.
    pub(crate) fn start(arguments: &[&str]) -> Self {
        Self::start_in(arguments, &Folder::new())
    }

    /// Starts the REPL, and waits for its first prompt.
    pub(crate) fn repl(arguments: &[&str]) -> Self {
        Self::repl_in(arguments, &Folder::new())
    }

    /// Starts the REPL with its history below `state`, and waits for its first prompt.
    pub(crate) fn repl_in(arguments: &[&str], state: &Folder) -> Self {
        let mut terminal = Self::start_in(&[&["repl"], arguments].concat(), state);
        terminal.shows("Ctrl-D leaves\r\n");
        terminal.shows("> ");
        terminal
    }

    fn start_in(arguments: &[&str], state: &Folder) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_fluxlet"));
        command.args(arguments).env_clear();
        command.env("HOME", "/no/such/home").env("XDG_STATE_HOME", &state.0.0).env("TERM", "xterm");
        let options = Options::new().timeout_ms(Some(PATIENCE)).strip_ansi_escape_codes(true);
        let session = spawn_with_options(command, options).unwrap();
        Self { session, _state: state.clone() }
    }

    pub(crate) fn keys(&mut self, keys: &str) {
        self.session.send(keys).unwrap();
        self.session.flush().unwrap();
    }

    /// Waits until the terminal shows a text, after all that was waited for before.
    #[track_caller]
    pub(crate) fn shows(&mut self, text: &str) -> String {
        self.session.exp_string(text).unwrap_or_else(|error| panic!("{text:?} was not shown: {error}"))
    }

    /// Types a line; waits for the line `shown`, if there is any, and the next prompt.
    #[track_caller]
    pub(crate) fn answers(&mut self, line: &str, shown: &str) {
        self.keys(&format!("{line}\r"));
        self.shows("\r\n");
        if !shown.is_empty() {
            self.shows(&format!("{shown}\r\n"));
        }
        self.shows("> ");
    }

    /// Leaves by Ctrl-D; the command must end well.
    pub(crate) fn leave(mut self) {
        self.keys("\x04");
        self.ends(0);
    }

    /// Waits for the end of the command, with an exit code; returns what it has shown last.
    #[track_caller]
    pub(crate) fn ends(mut self, code: i32) -> String {
        let rest = self.session.exp_eof().unwrap();
        let status = format!("{:?}", self.session.process().wait());
        assert!(status.starts_with("Ok(Exited(") && status.ends_with(&format!(", {code}))")), "{status}");
        rest
    }
}

impl Folder {
    pub(crate) fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("repl-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(&path).unwrap();
        Self(Arc::new(Created(path)))
    }
}

impl Drop for Created {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
