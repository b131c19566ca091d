//! The package `internal/location`, which is in every script.

use fluxlet_runtime::Package;

/// `internal/location`: the option that says whose clock counts.
pub const PACKAGE: Package = Package {
    path: "internal/location",
    source: fluxlet_sources::INTERNAL_LOCATION,
    builtins: &[],
    unimplemented: &[],
};
