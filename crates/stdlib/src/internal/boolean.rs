//! The package `internal/boolean`, which is in every script.

use fluxlet_runtime::{Builtin, Package, Value};

/// `internal/boolean`: the truth values.
pub const PACKAGE: Package = Package {
    path: "internal/boolean",
    source: fluxlet_sources::INTERNAL_BOOLEAN,
    builtins: &[("true", Builtin::Value(|| Value::Bool(true))), ("false", Builtin::Value(|| Value::Bool(false)))],
    unimplemented: &[],
};
