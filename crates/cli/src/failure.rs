//! Why the command stops before its end, and its exit code.

use std::path::Path;

use fluxlet::Error;

/// Why the command stops.
pub(crate) enum Failure {
    /// Arguments, files or the environment are wrong.
    Usage(Problem),
    /// Scripts have syntax or type errors, which were reported.
    Compile,
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

    /// Returns the exit code. A closed output is no failure: whoever read it has enough.
    pub(crate) fn exit_code(&self) -> u8 {
        match self {
            Failure::OutputClosed => 0,
            Failure::Run(_) => 1,
            Failure::Usage(_) => 2,
            Failure::Compile => 3,
        }
    }
}
