//! The secrets of a run: from arguments, the environment and a file.

use std::collections::BTreeMap;
use std::ffi::OsStr;

use crate::arguments::SecretArguments;
use crate::environment::Environment;
use crate::failure::Failure;

/// Puts together what `secrets.get` finds. A flag counts before the environment, the environment before the file.
///
/// # Errors
/// [`Failure::Usage`] for flags of another form and variables that are not set. No message shows a secret.
pub(crate) fn collect(
    arguments: &SecretArguments,
    environment: &Environment,
    file: BTreeMap<String, String>,
) -> Result<BTreeMap<String, String>, Failure> {
    let mut secrets = file;
    for argument in &arguments.secret_env {
        let argument = text(argument, "--secret-env")?;
        let (key, variable) = argument.split_once('=').unwrap_or((argument, argument));
        if key.is_empty() || variable.is_empty() {
            return Err(Failure::usage("`--secret-env` expects KEY or KEY=ENV"));
        }
        let value = environment.get(variable)?.ok_or_else(|| unset(variable))?;
        secrets.insert(key.to_owned(), value);
    }
    for argument in &arguments.secret {
        let pair = text(argument, "--secret")?.split_once('=').filter(|(key, _)| !key.is_empty());
        let (key, value) = pair.ok_or_else(|| Failure::usage("`--secret` expects KEY=VALUE"))?;
        secrets.insert(key.to_owned(), value.to_owned());
    }
    Ok(secrets)
}

fn text<'a>(argument: &'a OsStr, flag: &str) -> Result<&'a str, Failure> {
    argument.to_str().ok_or_else(|| Failure::usage(format!("the value of `{flag}` is not UTF-8 text")))
}

/// Somebody may have written the secret in place of the variable, so only what looks like a name is shown.
fn unset(variable: &str) -> Failure {
    let is_name = variable.len() <= 64
        && variable.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_');
    Failure::usage(match is_name {
        true => format!("`--secret-env`: the environment variable `{variable}` is not set"),
        false => "`--secret-env`: the environment variable is not set; it is named after the `=`".to_owned(),
    })
}
