//! Starts the command in an environment of its own.

use std::ffi::OsStr;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

use fluxlet_standin::{Config, Standin};
use tokio::runtime::Runtime;

use crate::leaks::Canaries;

/// A run of the command, before it starts.
pub(crate) struct Fluxlet {
    command: Command,
    input: Vec<u8>,
    canaries: Canaries,
}

/// A run of the command that has started.
pub(crate) struct Started {
    pub(crate) child: Child,
    canaries: Canaries,
}

/// What a run has left.
#[derive(Debug)]
pub(crate) struct Outcome {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

/// A directory of one test.
pub(crate) struct Folder(PathBuf);

/// A server of one test.
pub(crate) struct Server {
    pub(crate) standin: Standin,
    _runtime: Runtime,
}

/// Starts to describe a run. It sees no environment variables, and a home directory that does not exist.
pub(crate) fn fluxlet<S: AsRef<OsStr>>(arguments: impl IntoIterator<Item = S>) -> Fluxlet {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fluxlet"));
    command.args(arguments).env_clear().env("HOME", "/no/such/home");
    Fluxlet { command, input: Vec::new(), canaries: Canaries::default() }
}

/// Runs the command and checks code and output; there must be no messages.
pub(crate) fn check<S: AsRef<OsStr>>(arguments: impl IntoIterator<Item = S>, stdout: &str) {
    fluxlet(arguments).check(stdout);
}

/// Runs the command and checks its code, and that its one message contains `message`. Nothing may be put out.
pub(crate) fn check_failure<S: AsRef<OsStr>>(arguments: impl IntoIterator<Item = S>, code: i32, message: &str) {
    fluxlet(arguments).check_failure(code, message);
}

impl Fluxlet {
    pub(crate) fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    pub(crate) fn input(mut self, input: &str) -> Self {
        self.input = input.into();
        self
    }

    pub(crate) fn in_folder(mut self, folder: &Folder) -> Self {
        self.command.current_dir(&folder.0);
        self
    }

    pub(crate) fn start(mut self) -> Started {
        self.canaries.add_those_of(&self.command, &self.input);
        let pipes = self.command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = pipes.spawn().unwrap();
        // A command that does not read its input may have ended by now.
        let _ = child.stdin.take().unwrap().write_all(&self.input);
        Started { child, canaries: self.canaries }
    }

    pub(crate) fn bytes(self) -> Vec<u8> {
        self.start().end().stdout
    }

    pub(crate) fn run(self) -> Outcome {
        Outcome::of(self.start())
    }

    pub(crate) fn check(self, stdout: &str) {
        let outcome = self.run();
        assert_eq!((outcome.code, outcome.stdout.as_str(), outcome.stderr.as_str()), (Some(0), stdout, ""));
    }

    pub(crate) fn check_failure(self, code: i32, message: &str) {
        let outcome = self.run();
        assert_eq!(outcome.code, Some(code), "{outcome:?}");
        assert!(outcome.stderr.contains(message), "{message:?} is missing in {outcome:?}");
        // Besides the problem there is at most the line that counts problems.
        let counts = |line: &&str| line.starts_with("error: ") && line.contains(" problem");
        let errors = outcome.stderr.lines().filter(|line| line.starts_with("error") && !counts(line)).count();
        assert_eq!(errors, 1, "{outcome:?}");
        assert_eq!(outcome.stdout, "", "{outcome:?}");
    }
}

impl Started {
    /// Waits for the end, and looks for the secrets of the run in all that it has put out: every run ends here.
    fn end(self) -> Output {
        let output = self.child.wait_with_output().unwrap();
        self.canaries.check(&output.stdout);
        self.canaries.check(&output.stderr);
        output
    }
}

impl Outcome {
    /// Waits for the end of a run.
    pub(crate) fn of(started: Started) -> Self {
        let output = started.end();
        Self {
            code: output.status.code(),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Folder {
    pub(crate) fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    /// Writes a file and returns its path.
    pub(crate) fn write(&self, name: &str, contents: impl AsRef<[u8]>) -> String {
        let path = self.0.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, contents).unwrap();
        path.to_str().unwrap().to_owned()
    }

    /// Returns its path.
    pub(crate) fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

impl Server {
    pub(crate) fn start(token: &str, org: &str) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let config = Config { token: token.to_owned(), org: org.to_owned(), ..Config::default() };
        let standin = runtime.block_on(Standin::start(config)).unwrap();
        Self { standin, _runtime: runtime }
    }

    pub(crate) fn url(&self) -> String {
        self.standin.url()
    }
}
