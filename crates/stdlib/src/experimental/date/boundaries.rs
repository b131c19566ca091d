//! The package `experimental/date/boundaries`, all of it written in Flux.

use fluxlet_runtime::Package;

/// `experimental/date/boundaries`: bounds of days, weeks and months.
pub const PACKAGE: Package = Package {
    path: "experimental/date/boundaries",
    source: fluxlet_sources::EXPERIMENTAL_DATE_BOUNDARIES,
    builtins: &[],
    unimplemented: &[],
};
