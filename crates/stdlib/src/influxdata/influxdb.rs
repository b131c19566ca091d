//! The package `influxdata/influxdb`, which is in every script.

use fluxlet_runtime::Package;

pub mod secrets;
pub mod tasks;

/// `influxdata/influxdb`: buckets as tables; declared only.
pub const PACKAGE: Package = Package {
    path: "influxdata/influxdb",
    source: fluxlet_sources::INFLUXDATA_INFLUXDB,
    builtins: &[],
    unimplemented: &["cardinality", "from", "to", "buckets", "wideTo"],
};
