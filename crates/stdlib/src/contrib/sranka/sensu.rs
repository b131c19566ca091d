//! The package `contrib/sranka/sensu`.

use fluxlet_runtime::{Arguments, Builtin, Package, Result, Run, Value};

use crate::charge;

/// `contrib/sranka/sensu`: events for Sensu; all but the form of a name is written in Flux.
pub const PACKAGE: Package = Package {
    path: "contrib/sranka/sensu",
    source: fluxlet_sources::CONTRIB_SRANKA_SENSU,
    builtins: &[("toSensuName", Builtin::Pure(to_sensu_name))],
    unimplemented: &[],
};

fn to_sensu_name(run: &Run, args: &Arguments) -> Result<Value> {
    let name: &str = args.required("v")?;
    if name.is_empty() {
        return Ok("_".into());
    }
    charge::bytes(run, name.len())?;
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '-');
    Ok(name.chars().map(|c| if plain(c) { c } else { '_' }).collect::<String>().into())
}
