//! The package `contrib/sranka/opsgenie`.

use fluxlet_runtime::{Arguments, Builtin, Error, Package, Result, Run, Value};

use crate::charge;
use crate::json::{Dynamics, encode_value};
use crate::message::{found, quoted};

/// `contrib/sranka/opsgenie`: alerts for Opsgenie; all but the form of responders is written in Flux.
pub const PACKAGE: Package = Package {
    path: "contrib/sranka/opsgenie",
    source: fluxlet_sources::CONTRIB_SRANKA_OPSGENIE,
    builtins: &[("respondersToJSON", Builtin::Pure(responders_to_json))],
    unimplemented: &[],
};

/// The kinds of responders, and the field that names them.
const KINDS: [(&str, &str); 4] = [("user", "username"), ("team", "name"), ("escalation", "name"), ("schedule", "name")];

fn responders_to_json(run: &Run, args: &Arguments) -> Result<Value> {
    let mut text = String::from("[");
    for responder in args.required::<&[Value]>("v")? {
        let Value::String(responder) = responder else {
            return Err(Error::mismatch("a responder", "a string", &found(responder)));
        };
        let known = responder.split_once(':').and_then(|(kind, name)| {
            let (kind, label) = KINDS.iter().find(|(known, _)| *known == kind)?;
            Some((kind, label, name))
        });
        let Some((kind, label, name)) = known else {
            return Err(Error::invalid(format!(
                "unsupported responder {}, it must start with one of 'user:', 'team:', 'escalation:', 'schedule:'",
                quoted(responder)
            )));
        };
        let comma = if text.len() > 1 { "," } else { "" };
        let name = encode_value(run, &name.into(), Dynamics::Refused)?;
        let name = String::from_utf8_lossy(&name);
        let responder = format!("{comma}{{\"type\":\"{kind}\",\"{label}\":{name}}}");
        charge::bytes(run, responder.len())?;
        text.push_str(&responder);
    }
    text.push(']');
    Ok(text.into())
}
