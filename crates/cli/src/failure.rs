//! Why the command stops before its end, and its exit code.

use std::path::Path;

use fluxlet::{CompileError, Error};

/// Why the command stops.
pub(crate) enum Failure {
    /// Arguments, files or the environment are wrong.
    Usage(Problem),
    /// What was reported when it was found, with its exit code.
    Reported(u8),
    /// The script failed.
    Run(Error),
    /// Nobody reads the output any more.
    OutputClosed,
}

/// Something wrong outside of scripts. It holds no secret.
pub(crate) struct Problem {
    pub(crate) message: String,
    /// The file that it is about.
    pub(crate) file: Option<String>,
}

impl Failure {
    /// Makes the failure of arguments or the environment.
    pub(crate) fn usage(message: impl Into<String>) -> Self {
        Self::Usage(Problem { message: message.into(), file: None })
    }

    /// Makes the failure of a file.
    pub(crate) fn file(path: &Path, message: impl Into<String>) -> Self {
        Self::Usage(Problem { message: message.into(), file: Some(path.display().to_string()) })
    }

    /// Makes the failure of a script with errors, which were reported. One that is too long was not even looked at.
    pub(crate) fn compile(error: &CompileError) -> Self {
        let too_long = error.diagnostics().iter().all(|diagnostic| diagnostic.code == "text-too-large");
        Self::Reported(if too_long { 2 } else { 3 })
    }

    /// Returns the exit code. A closed output is no failure: whoever read it has enough.
    pub(crate) fn exit_code(&self) -> u8 {
        match self {
            Failure::OutputClosed => 0,
            Failure::Run(_) => 1,
            Failure::Usage(_) => 2,
            Failure::Reported(code) => *code,
        }
    }
}
