//! Packages without a function in Rust: those written in Flux alone, and those that read and write tables only.

use fluxlet_runtime::{Builtin, Package};
use fluxlet_sources as sources;

/// A package whose builtins are declared, not implemented yet.
const fn declared(path: &'static str, source: &'static str, unimplemented: &'static [&'static str]) -> Package {
    Package { path, source, builtins: &[], unimplemented }
}

/// A package written in Flux.
const fn written(path: &'static str, source: &'static str) -> Package {
    declared(path, source, &[])
}

/// `contrib/RohanSreerama5/naiveBayesClassifier`.
pub const CONTRIB_ROHANSREERAMA5_NAIVEBAYESCLASSIFIER: Package = declared(
    "contrib/RohanSreerama5/naiveBayesClassifier",
    sources::CONTRIB_ROHANSREERAMA5_NAIVEBAYESCLASSIFIER,
    &["naiveBayes"],
);

/// `contrib/anaisdg/anomalydetection`.
pub const CONTRIB_ANAISDG_ANOMALYDETECTION: Package =
    written("contrib/anaisdg/anomalydetection", sources::CONTRIB_ANAISDG_ANOMALYDETECTION);

/// `contrib/anaisdg/statsmodels`.
pub const CONTRIB_ANAISDG_STATSMODELS: Package =
    written("contrib/anaisdg/statsmodels", sources::CONTRIB_ANAISDG_STATSMODELS);

/// `contrib/bonitoo-io/alerta`.
pub const CONTRIB_BONITOO_IO_ALERTA: Package = written("contrib/bonitoo-io/alerta", sources::CONTRIB_BONITOO_IO_ALERTA);

/// `contrib/bonitoo-io/servicenow`.
pub const CONTRIB_BONITOO_IO_SERVICENOW: Package =
    written("contrib/bonitoo-io/servicenow", sources::CONTRIB_BONITOO_IO_SERVICENOW);

/// `contrib/bonitoo-io/tickscript`.
pub const CONTRIB_BONITOO_IO_TICKSCRIPT: Package =
    written("contrib/bonitoo-io/tickscript", sources::CONTRIB_BONITOO_IO_TICKSCRIPT);

/// `contrib/bonitoo-io/victorops`.
pub const CONTRIB_BONITOO_IO_VICTOROPS: Package =
    written("contrib/bonitoo-io/victorops", sources::CONTRIB_BONITOO_IO_VICTOROPS);

/// `contrib/bonitoo-io/zenoss`.
pub const CONTRIB_BONITOO_IO_ZENOSS: Package = written("contrib/bonitoo-io/zenoss", sources::CONTRIB_BONITOO_IO_ZENOSS);

/// `contrib/chobbs/discord`.
pub const CONTRIB_CHOBBS_DISCORD: Package = written("contrib/chobbs/discord", sources::CONTRIB_CHOBBS_DISCORD);

/// `contrib/jsternberg/influxdb`.
pub const CONTRIB_JSTERNBERG_INFLUXDB: Package =
    declared("contrib/jsternberg/influxdb", sources::CONTRIB_JSTERNBERG_INFLUXDB, &["_mask"]);

/// `contrib/qxip/clickhouse`.
pub const CONTRIB_QXIP_CLICKHOUSE: Package = written("contrib/qxip/clickhouse", sources::CONTRIB_QXIP_CLICKHOUSE);

/// `contrib/qxip/logql`.
pub const CONTRIB_QXIP_LOGQL: Package = written("contrib/qxip/logql", sources::CONTRIB_QXIP_LOGQL);

/// `contrib/rhajek/bigpanda`.
pub const CONTRIB_RHAJEK_BIGPANDA: Package = written("contrib/rhajek/bigpanda", sources::CONTRIB_RHAJEK_BIGPANDA);

/// `contrib/sranka/teams`.
pub const CONTRIB_SRANKA_TEAMS: Package = written("contrib/sranka/teams", sources::CONTRIB_SRANKA_TEAMS);

/// `contrib/sranka/telegram`.
pub const CONTRIB_SRANKA_TELEGRAM: Package = written("contrib/sranka/telegram", sources::CONTRIB_SRANKA_TELEGRAM);

/// `contrib/sranka/webexteams`.
pub const CONTRIB_SRANKA_WEBEXTEAMS: Package = written("contrib/sranka/webexteams", sources::CONTRIB_SRANKA_WEBEXTEAMS);

/// `contrib/tomhollingworth/events`.
pub const CONTRIB_TOMHOLLINGWORTH_EVENTS: Package =
    declared("contrib/tomhollingworth/events", sources::CONTRIB_TOMHOLLINGWORTH_EVENTS, &["duration"]);

/// `csv`.
pub const CSV: Package = declared("csv", sources::CSV, &["from"]);

/// `experimental/aggregate`.
pub const EXPERIMENTAL_AGGREGATE: Package = written("experimental/aggregate", sources::EXPERIMENTAL_AGGREGATE);

/// `experimental/bigtable`.
pub const EXPERIMENTAL_BIGTABLE: Package = declared("experimental/bigtable", sources::EXPERIMENTAL_BIGTABLE, &["from"]);

/// `experimental/csv`.
pub const EXPERIMENTAL_CSV: Package = written("experimental/csv", sources::EXPERIMENTAL_CSV);

/// `experimental/iox`.
pub const EXPERIMENTAL_IOX: Package = declared("experimental/iox", sources::EXPERIMENTAL_IOX, &["from", "sql"]);

/// `experimental/mqtt`.
pub const EXPERIMENTAL_MQTT: Package = Package {
    builtins: &[("publish", Builtin::Missing("a run has no connection to a broker, only HTTP"))],
    ..declared("experimental/mqtt", sources::EXPERIMENTAL_MQTT, &["to"])
};

/// `experimental/oee`.
pub const EXPERIMENTAL_OEE: Package = written("experimental/oee", sources::EXPERIMENTAL_OEE);

/// `experimental/polyline`.
pub const EXPERIMENTAL_POLYLINE: Package = declared("experimental/polyline", sources::EXPERIMENTAL_POLYLINE, &["rdp"]);

/// `experimental/prometheus`.
pub const EXPERIMENTAL_PROMETHEUS: Package =
    declared("experimental/prometheus", sources::EXPERIMENTAL_PROMETHEUS, &["scrape"]);

/// `experimental/query`.
pub const EXPERIMENTAL_QUERY: Package = written("experimental/query", sources::EXPERIMENTAL_QUERY);

/// `experimental/table`.
pub const EXPERIMENTAL_TABLE: Package = declared("experimental/table", sources::EXPERIMENTAL_TABLE, &["fill"]);

/// `experimental/usage`.
pub const EXPERIMENTAL_USAGE: Package = written("experimental/usage", sources::EXPERIMENTAL_USAGE);

/// `generate`.
pub const GENERATE: Package = declared("generate", sources::GENERATE, &["from"]);

/// `influxdata/influxdb/monitor`.
pub const INFLUXDATA_INFLUXDB_MONITOR: Package =
    written("influxdata/influxdb/monitor", sources::INFLUXDATA_INFLUXDB_MONITOR);

/// `influxdata/influxdb/sample`.
pub const INFLUXDATA_INFLUXDB_SAMPLE: Package =
    written("influxdata/influxdb/sample", sources::INFLUXDATA_INFLUXDB_SAMPLE);

/// `influxdata/influxdb/schema`.
pub const INFLUXDATA_INFLUXDB_SCHEMA: Package =
    written("influxdata/influxdb/schema", sources::INFLUXDATA_INFLUXDB_SCHEMA);

/// `influxdata/influxdb/v1`.
pub const INFLUXDATA_INFLUXDB_V1: Package =
    declared("influxdata/influxdb/v1", sources::INFLUXDATA_INFLUXDB_V1, &["json", "databases"]);

/// `internal/gen`.
pub const INTERNAL_GEN: Package = declared("internal/gen", sources::INTERNAL_GEN, &["tables"]);

/// `internal/testing`.
pub const INTERNAL_TESTING: Package = written("internal/testing", sources::INTERNAL_TESTING);

/// `interpolate`.
pub const INTERPOLATE: Package = declared("interpolate", sources::INTERPOLATE, &["linear"]);

/// `join`.
pub const JOIN: Package = declared("join", sources::JOIN, &["tables"]);

/// `kafka`.
pub const KAFKA: Package = declared("kafka", sources::KAFKA, &["to"]);

/// `pagerduty`.
pub const PAGERDUTY: Package = declared("pagerduty", sources::PAGERDUTY, &["dedupKey"]);

/// `planner`.
pub const PLANNER: Package = written("planner", sources::PLANNER);

/// `profiler`.
pub const PROFILER: Package = written("profiler", sources::PROFILER);

/// `pushbullet`.
pub const PUSHBULLET: Package = written("pushbullet", sources::PUSHBULLET);

/// `socket`.
pub const SOCKET: Package = declared("socket", sources::SOCKET, &["from"]);

/// `sql`.
pub const SQL: Package = declared("sql", sources::SQL, &["from", "to"]);

/// `testing/expect`.
pub const TESTING_EXPECT: Package = declared("testing/expect", sources::TESTING_EXPECT, &["planner"]);
