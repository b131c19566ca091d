//! Why the command stops before its end, and its exit code.

use std::path::Path;

use fluxlet::Error;

/// Why the command stops.
pub(crate) enum Failure {
    /// Arguments, files or the environment are wrong.
    Usage(Problem),
    /// What was reported when it was found, with its exit code.
    Reported(u8),
    /// The script failed.
    Run(Error),
    /// All went well, but what `--fail` or `--check` asks for is not so.
    Unmet(Problem),
    /// Nobody reads the output any more.
    OutputClosed,
}

/// Something wrong outside of scripts. It holds no secret.
pub(crate) struct Problem {
    pub(crate) message: String,
    /// The file that it is about.
    pub(crate) file: Option<String>,
}

/// The exit codes of several failures: that of files counts first, then that of scripts.
#[derive(Default)]
pub(crate) struct Worst(Option<u8>);

impl Failure {
    /// Makes the failure of arguments or the environment.
    pub(crate) fn usage(message: impl Into<String>) -> Self {
        Self::Usage(Problem { message: message.into(), file: None })
    }

    /// Makes the failure of a file.
    pub(crate) fn file(path: &Path, message: impl Into<String>) -> Self {
        Self::Usage(Problem { message: message.into(), file: Some(path.display().to_string()) })
    }

    /// Makes the failure of something that was asked for and is not so.
    pub(crate) fn unmet(message: impl Into<String>) -> Self {
        Self::Unmet(Problem { message: message.into(), file: None })
    }

    /// Returns the exit code. A closed output is no failure: whoever read it has enough.
    pub(crate) fn exit_code(&self) -> u8 {
        match self {
            Failure::OutputClosed => 0,
            Failure::Run(_) | Failure::Unmet(_) => 1,
            Failure::Usage(_) => 2,
            Failure::Reported(code) => *code,
        }
    }
}

impl Worst {
    /// Counts a failure.
    pub(crate) fn add(&mut self, failure: &Failure) {
        let rank = |code: &u8| match code {
            2 | 3 => *code,
            _ => u8::MAX,
        };
        self.0 = self.0.into_iter().chain([failure.exit_code()]).min_by_key(rank);
    }

    /// Returns the failure of all, if there was one.
    ///
    /// # Errors
    /// [`Failure::Reported`].
    pub(crate) fn result(self) -> Result<(), Failure> {
        self.0.map_or(Ok(()), |code| Err(Failure::Reported(code)))
    }
}
