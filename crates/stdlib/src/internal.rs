//! The packages under `internal`.

pub mod boolean;
pub mod debug;
pub mod influxql;
pub mod location;
pub mod promql;
pub mod testutil;
