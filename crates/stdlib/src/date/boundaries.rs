//! The package `date/boundaries`, all of it written in Flux.

use fluxlet_runtime::Package;

/// `date/boundaries`: the old place of `experimental/date/boundaries`.
pub const PACKAGE: Package =
    Package { path: "date/boundaries", source: fluxlet_sources::DATE_BOUNDARIES, builtins: &[], unimplemented: &[] };
