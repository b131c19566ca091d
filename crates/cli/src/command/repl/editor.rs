//! The line editor on the terminal, and the history of inputs.

use std::fs;
use std::path::{Path, PathBuf};

use fluxlet::Session;
use rustyline::error::ReadlineError;
use rustyline::history::FileHistory;
use rustyline::{CompletionType, Config};

use super::completion::Assistant;
use crate::failure::Failure;

/// What stands before an input.
const PROMPT: &str = "> ";

/// Most inputs that are kept.
const MOST_INPUTS: usize = 1000;

/// Reads inputs from the terminal.
pub(super) struct Editor {
    editor: rustyline::Editor<Assistant, FileHistory>,
    /// Where the history is kept; none if there is no place for it.
    history: Option<PathBuf>,
}

impl Editor {
    /// Takes the terminal. A history that cannot be read or written is kept in memory only.
    ///
    /// # Errors
    /// [`Failure::Usage`] if the terminal cannot be used.
    pub(super) fn new() -> Result<Self, Failure> {
        let config = Config::builder().completion_type(CompletionType::List).history_ignore_space(true);
        let config = config.max_history_size(MOST_INPUTS).map_err(|error| unusable(&error))?.build();
        let mut editor = rustyline::Editor::with_config(config).map_err(|error| unusable(&error))?;
        editor.set_helper(Some(Assistant::default()));
        let history = history_file().filter(|path| path.parent().is_some_and(make_private));
        if let Some(path) = history.as_deref().filter(|path| path.exists()) {
            let _ = editor.load_history(path);
        }
        Ok(Self { editor, history })
    }

    /// Reads the next input; none if there are no more. The session answers questions about it meanwhile.
    ///
    /// # Errors
    /// [`Failure::Usage`] if the terminal cannot be read.
    pub(super) async fn read(mut self, session: Session) -> Result<(Self, Session, Option<String>), Failure> {
        let reading = tokio::task::spawn_blocking(move || {
            self.read_blocking(session).map(|(session, text)| (self, session, text))
        });
        reading.await.unwrap_or_else(|_| Err(Failure::usage("the line editor panicked")))
    }

    fn read_blocking(&mut self, session: Session) -> Result<(Session, Option<String>), Failure> {
        if let Some(assistant) = self.editor.helper_mut() {
            assistant.session = Some(session);
        }
        let text = loop {
            match self.editor.readline(PROMPT) {
                Ok(text) => break Some(text),
                Err(ReadlineError::Eof) => break None,
                Err(ReadlineError::Interrupted | ReadlineError::Signal(_)) => {}
                Err(error) => return Err(unusable(&error)),
            }
        };
        if let Some(text) = &text {
            self.remember(text);
        }
        let session = self.editor.helper_mut().and_then(|assistant| assistant.session.take());
        let session = session.ok_or_else(|| Failure::usage("the line editor has lost the session"))?;
        Ok((session, text))
    }

    /// Adds an input to the history; that it cannot be written down is no reason to stop.
    fn remember(&mut self, text: &str) {
        let added = self.editor.add_history_entry(text).unwrap_or(false);
        if let Some(path) = self.history.as_deref().filter(|_| added) {
            let _ = self.editor.append_history(path);
        }
    }
}

fn unusable(error: &ReadlineError) -> Failure {
    Failure::usage(format!("cannot use the terminal: {error}"))
}

/// Returns where the history is kept, by the rules for files of users' programs.
fn history_file() -> Option<PathBuf> {
    let state = std::env::var_os("XDG_STATE_HOME").map(PathBuf::from).filter(|path| path.is_absolute());
    let state = state.or_else(|| Some(std::env::home_dir()?.join(".local").join("state")))?;
    Some(state.join("fluxlet").join("history"))
}

/// Makes a folder that nobody else can look into; tells whether it is there.
fn make_private(folder: &Path) -> bool {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).is_ok()
}
