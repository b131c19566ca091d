//! The package `internal/influxql`, all of it written in Flux.

use fluxlet_runtime::Package;

/// `internal/influxql`: the instants between which InfluxQL works.
pub const PACKAGE: Package = Package {
    path: "internal/influxql",
    source: fluxlet_sources::INTERNAL_INFLUXQL,
    builtins: &[],
    unimplemented: &[],
};
