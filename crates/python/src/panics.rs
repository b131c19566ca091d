//! A package whose builtin panics, to try what happens then.

use fluxlet::runtime::Result;
use fluxlet::{Arguments, Builtin, Package, Run, Value};

pub(crate) const PACKAGE: Package = Package {
    path: "fluxlet/panics",
    source: "// Package panics is for tests.\npackage panics\n\n// panic never returns.\nbuiltin panic : () => string\n",
    builtins: &[("panic", Builtin::Pure(panic))],
    unimplemented: &[],
};

fn panic(_: &Run, _: &Arguments) -> Result<Value> {
    std::panic::panic_any("a builtin panics for a test")
}
