//! The package `slack`.

use fluxlet_runtime::{Arguments, Builtin, Error, Package, Result, Run, Value};

use crate::message::quoted;

/// `slack`: messages to Slack; all but the check of a color is written in Flux.
pub const PACKAGE: Package = Package {
    path: "slack",
    source: fluxlet_sources::SLACK,
    builtins: &[("validateColorString", Builtin::Pure(validate_color_string))],
    unimplemented: &[],
};

/// The largest color.
const WHITE: u32 = 0xff_ffff;

fn validate_color_string(_: &Run, args: &Arguments) -> Result<Value> {
    let color: &str = args.required("color")?;
    let digits = color.strip_prefix('#');
    let number = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok());
    if matches!(color, "good" | "warning" | "danger") || number.is_some_and(|number| number <= WHITE) {
        return Ok(args.value("color")?.clone());
    }
    Err(Error::invalid(format!(
        "could not parse color string {}, it must be good, warning, danger, or # and up to six hexadecimal digits",
        quoted(color)
    )))
}
