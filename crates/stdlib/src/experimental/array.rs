//! The package `experimental/array`, all of it written in Flux.

use fluxlet_runtime::Package;

/// `experimental/array`: conversions of arrays.
pub const PACKAGE: Package = Package {
    path: "experimental/array",
    source: fluxlet_sources::EXPERIMENTAL_ARRAY,
    builtins: &[],
    unimplemented: &[],
};
