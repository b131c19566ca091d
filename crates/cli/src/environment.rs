//! The environment of the process, completed by a file.

use std::collections::BTreeMap;
use std::ffi::OsString;

use crate::failure::Failure;

/// Variables of the process, and those of a file for the ones it lacks.
#[derive(Default)]
pub(crate) struct Environment {
    file: BTreeMap<String, String>,
}

impl Environment {
    /// Returns an environment in which `file` says what the process does not.
    pub(crate) fn with_file(&self, file: BTreeMap<String, String>) -> Self {
        Self { file }
    }

    /// Returns a variable; an empty one counts as none.
    ///
    /// # Errors
    /// [`Failure::Usage`] if it is not UTF-8; the message does not show it.
    pub(crate) fn get(&self, name: &str) -> Result<Option<String>, Failure> {
        let of_process = std::env::var_os(name).filter(|value| !value.is_empty());
        match of_process.map(OsString::into_string) {
            Some(Ok(value)) => Ok(Some(value)),
            Some(Err(_)) => Err(Failure::usage(format!("the environment variable `{name}` is not UTF-8 text"))),
            None => Ok(self.file.get(name).filter(|value| !value.is_empty()).cloned()),
        }
    }
}
