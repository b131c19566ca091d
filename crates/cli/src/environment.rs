//! The environment of the process, completed by a file.

use std::collections::BTreeMap;
use std::ffi::OsString;

use crate::failure::Failure;

/// The variables that count if a file has them.
const OF_FILE: [&str; 3] = ["INFLUX_HOST", "INFLUX_TOKEN", "INFLUX_ORG"];

/// Variables of the process, and some of a file if it lacks them.
pub(crate) struct Environment {
    file: BTreeMap<String, String>,
}

impl Environment {
    /// Returns an environment in which `file` gives host, token and organisation where the process does not.
    pub(crate) fn with_file(mut file: BTreeMap<String, String>) -> Self {
        file.retain(|name, _| OF_FILE.contains(&name.as_str()));
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
