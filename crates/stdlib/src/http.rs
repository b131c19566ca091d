//! The package `http`, and what the packages that send requests share.

use ::http::Method;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use fluxlet_runtime::{Arguments, BoxFuture, Builtin, Package, Result, Run, Value};

use crate::charge;

pub(crate) mod exchange;
pub mod requests;

/// `http`: one kind of request, and what goes into requests.
pub const PACKAGE: Package = Package {
    path: "http",
    source: fluxlet_sources::HTTP,
    builtins: &[
        ("post", Builtin::Async(post)),
        ("basicAuth", Builtin::Pure(basic_auth)),
        ("pathEscape", Builtin::Pure(path_escape)),
    ],
    unimplemented: &[],
};

/// Characters beside letters and digits that stand for themselves in a segment of a path.
const PLAIN: &[u8] = b"-_.~$&+=:@";

fn post(run: Run, args: Arguments) -> BoxFuture<'static, Result<Value>> {
    Box::pin(async move {
        let request = exchange::Draft {
            method: Method::POST,
            url: args.required("url")?,
            query: None,
            headers: exchange::header_record(&args)?,
            body: args.optional::<&Bytes>("data")?.cloned(),
            timeout: exchange::NO_TIMEOUT,
        };
        let request = request.build(&run)?;
        drop(args);
        let response = exchange::send(&run, request).await?;
        Ok(Value::Int(response.status.into()))
    })
}

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
