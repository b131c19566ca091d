//! The package `http`.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use fluxlet_runtime::{Arguments, Builtin, Package, Result, Run, Value};

use crate::charge;

/// `http`: what goes into requests; sending them is declared only.
pub const PACKAGE: Package = Package {
    path: "http",
    source: fluxlet_sources::HTTP,
    builtins: &[("basicAuth", Builtin::Pure(basic_auth)), ("pathEscape", Builtin::Pure(path_escape))],
    unimplemented: &["post"],
};

/// Characters beside letters and digits that stand for themselves in a segment of a path.
const PLAIN: &[u8] = b"-_.~$&+=:@";

fn basic_auth(run: &Run, args: &Arguments) -> Result<Value> {
    let (user, password): (&str, &str) = (args.required("u")?, args.required("p")?);
    charge::product(run, user.len().saturating_add(password.len()), 2, 16)?;
    Ok(format!("Basic {}", STANDARD.encode(format!("{user}:{password}"))).into())
}

fn path_escape(run: &Run, args: &Arguments) -> Result<Value> {
    let text: &str = args.required("inputString")?;
    charge::product(run, text.len(), 3, 0)?;
    let mut escaped = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || PLAIN.contains(&byte) {
            escaped.push(char::from(byte));
        } else {
            escaped.push_str(&format!("%{byte:02X}"));
        }
    }
    Ok(escaped.into())
}

#[cfg(test)]
mod tests;
