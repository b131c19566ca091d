//! The builtin packages of the standard library, one file a package.
//!
//! A package is a constant: the declarations come from `fluxlet-sources`, the functions behind them stand here. Nothing
//! registers itself; a host takes [`packages`], adds its own, and makes a registry of them.

use fluxlet_runtime::Package;

pub mod array;
pub mod assertions;
pub mod bitwise;
mod calendar;
mod charge;
pub mod contrib;
pub mod date;
pub mod declared;
pub mod dict;
pub mod experimental;
pub mod fluxlet;
pub mod http;
pub mod influxdata;
pub mod internal;
pub mod json;
pub mod math;
mod message;
mod nesting;
pub mod regexp;
pub mod runtime;
pub mod sampledata;
pub mod slack;
pub mod strings;
pub mod system;
pub mod timezone;
pub mod types;
pub mod universe;

/// All packages of this crate, sorted by path.
pub const PACKAGES: &[Package] = &[
    array::PACKAGE,
    bitwise::PACKAGE,
    declared::CONTRIB_ROHANSREERAMA5_NAIVEBAYESCLASSIFIER,
    declared::CONTRIB_ANAISDG_ANOMALYDETECTION,
    declared::CONTRIB_ANAISDG_STATSMODELS,
    declared::CONTRIB_BONITOO_IO_ALERTA,
    contrib::bonitoo_io::hex::PACKAGE,
    declared::CONTRIB_BONITOO_IO_SERVICENOW,
    declared::CONTRIB_BONITOO_IO_TICKSCRIPT,
    declared::CONTRIB_BONITOO_IO_VICTOROPS,
    declared::CONTRIB_BONITOO_IO_ZENOSS,
    declared::CONTRIB_CHOBBS_DISCORD,
    declared::CONTRIB_JSTERNBERG_INFLUXDB,
    declared::CONTRIB_QXIP_CLICKHOUSE,
    contrib::qxip::hash::PACKAGE,
    declared::CONTRIB_QXIP_LOGQL,
    declared::CONTRIB_RHAJEK_BIGPANDA,
    contrib::sranka::opsgenie::PACKAGE,
    contrib::sranka::sensu::PACKAGE,
    declared::CONTRIB_SRANKA_TEAMS,
    declared::CONTRIB_SRANKA_TELEGRAM,
    declared::CONTRIB_SRANKA_WEBEXTEAMS,
    declared::CONTRIB_TOMHOLLINGWORTH_EVENTS,
    declared::CSV,
    date::PACKAGE,
    date::boundaries::PACKAGE,
    dict::PACKAGE,
    experimental::PACKAGE,
    declared::EXPERIMENTAL_AGGREGATE,
    experimental::array::PACKAGE,
    declared::EXPERIMENTAL_BIGTABLE,
    experimental::bitwise::PACKAGE,
    declared::EXPERIMENTAL_CSV,
    experimental::date::boundaries::PACKAGE,
    experimental::dynamic::PACKAGE,
    experimental::geo::PACKAGE,
    experimental::http::PACKAGE,
    experimental::http::requests::PACKAGE,
    declared::EXPERIMENTAL_IOX,
    experimental::json::PACKAGE,
    declared::EXPERIMENTAL_MQTT,
    declared::EXPERIMENTAL_OEE,
    declared::EXPERIMENTAL_POLYLINE,
    declared::EXPERIMENTAL_PROMETHEUS,
    declared::EXPERIMENTAL_QUERY,
    experimental::record::PACKAGE,
    declared::EXPERIMENTAL_TABLE,
    declared::EXPERIMENTAL_USAGE,
    fluxlet::expect::PACKAGE,
    declared::GENERATE,
    http::PACKAGE,
    http::requests::PACKAGE,
    influxdata::influxdb::PACKAGE,
    declared::INFLUXDATA_INFLUXDB_MONITOR,
    declared::INFLUXDATA_INFLUXDB_SAMPLE,
    declared::INFLUXDATA_INFLUXDB_SCHEMA,
    influxdata::influxdb::secrets::PACKAGE,
    influxdata::influxdb::tasks::PACKAGE,
    declared::INFLUXDATA_INFLUXDB_V1,
    internal::boolean::PACKAGE,
    internal::debug::PACKAGE,
    declared::INTERNAL_GEN,
    internal::influxql::PACKAGE,
    internal::location::PACKAGE,
    internal::promql::PACKAGE,
    declared::INTERNAL_TESTING,
    internal::testutil::PACKAGE,
    declared::INTERPOLATE,
    declared::JOIN,
    json::PACKAGE,
    declared::KAFKA,
    math::PACKAGE,
    declared::PAGERDUTY,
    declared::PLANNER,
    declared::PROFILER,
    declared::PUSHBULLET,
    regexp::PACKAGE,
    runtime::PACKAGE,
    sampledata::PACKAGE,
    slack::PACKAGE,
    declared::SOCKET,
    declared::SQL,
    strings::PACKAGE,
    system::PACKAGE,
    assertions::PACKAGE,
    declared::TESTING_EXPECT,
    timezone::PACKAGE,
    types::PACKAGE,
    universe::PACKAGE,
];

/// Walks over [`PACKAGES`].
pub fn packages() -> impl Iterator<Item = Package> {
    PACKAGES.iter().copied()
}

#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
