//! The package `contrib/qxip/hash`.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE};
use fluxlet_runtime::{Arguments, Builtin, Error, Package, Result, Run, Value};
use hmac::{Hmac, Mac};
use md5::Md5;
use sha1::Sha1;
use sha2::{Digest, Sha256};

use crate::charge;
use crate::contrib::bonitoo_io::hex::digits;

mod city;
mod xx;

/// `contrib/qxip/hash`: digests of texts.
pub const PACKAGE: Package = Package {
    path: "contrib/qxip/hash",
    source: fluxlet_sources::CONTRIB_QXIP_HASH,
    builtins: &[
        ("sha256", Builtin::Pure(|run, args| digest(run, args, "sha256", |text| digits(&Sha256::digest(text))))),
        ("sha1", Builtin::Pure(|run, args| digest(run, args, "sha1", |text| digits(&Sha1::digest(text))))),
        ("xxhash64", Builtin::Pure(|run, args| digest(run, args, "xxhash64", |text| xx::hash(text).to_string()))),
        ("cityhash64", Builtin::Pure(|run, args| digest(run, args, "cityhash64", |text| city::hash(text).to_string()))),
        ("md5", Builtin::Pure(|run, args| digest(run, args, "md5", |text| digits(&Md5::digest(text))))),
        ("b64", Builtin::Pure(b64)),
        ("hmac", Builtin::Pure(hmac)),
    ],
    unimplemented: &[],
};

fn digest(run: &Run, args: &Arguments, name: &str, make: fn(&[u8]) -> String) -> Result<Value> {
    let Some(text) = text(args, "v", name)? else { return Ok(Value::NULL) };
    run.check_deadline()?;
    Ok(make(text).into())
}

fn b64(run: &Run, args: &Arguments) -> Result<Value> {
    let Some(text) = text(args, "v", "b64")? else { return Ok(Value::NULL) };
    charge::product(run, text.len(), 2, 4)?;
    Ok(URL_SAFE.encode(text).into())
}

fn hmac(run: &Run, args: &Arguments) -> Result<Value> {
    let (Some(text), Some(key)) = (text(args, "v", "hmac")?, text(args, "k", "hmac")?) else {
        return Ok(Value::NULL);
    };
    run.check_deadline()?;
    let mut mac = Hmac::<Sha1>::new_from_slice(key).map_err(|_| Error::internal("a key is refused"))?;
    mac.update(text);
    Ok(STANDARD.encode(mac.finalize().into_bytes()).into())
}

/// Reads a text; `None` is a null.
fn text<'a>(args: &'a Arguments, argument: &str, name: &str) -> Result<Option<&'a [u8]>> {
    match args.value(argument)? {
        Value::String(text) => Ok(Some(text.as_bytes())),
        Value::Null(_) => Ok(None),
        other => Err(Error::invalid(format!("hash cannot convert {} to {name}", other.nature_name()))),
    }
}

#[cfg(test)]
mod tests;
