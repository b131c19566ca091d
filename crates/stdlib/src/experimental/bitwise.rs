//! The package `experimental/bitwise`, all of it written in Flux.

use fluxlet_runtime::Package;

/// `experimental/bitwise`: other names for `bitwise`.
pub const PACKAGE: Package = Package {
    path: "experimental/bitwise",
    source: fluxlet_sources::EXPERIMENTAL_BITWISE,
    builtins: &[],
    unimplemented: &[],
};
