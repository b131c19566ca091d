//! All packages together: declarations and rows, names and order.

use std::collections::BTreeSet;

use fluxlet_runtime::Registry;

#[test]
fn declarations_and_rows_agree() {
    let registry = Registry::new(crate::packages()).expect("no path twice");
    for index in 0..registry.len() {
        if let Err(error) = registry.load(index) {
            panic!("{error}");
        }
    }
}

#[test]
fn packages_are_sorted_by_path() {
    assert!(crate::PACKAGES.is_sorted_by_key(|package| package.path));
}

/// The paths of the real library, in order.
const PATHS: [&str; 89] = [
    "array",
    "bitwise",
    "contrib/RohanSreerama5/naiveBayesClassifier",
    "contrib/anaisdg/anomalydetection",
    "contrib/anaisdg/statsmodels",
    "contrib/bonitoo-io/alerta",
    "contrib/bonitoo-io/hex",
    "contrib/bonitoo-io/servicenow",
    "contrib/bonitoo-io/tickscript",
    "contrib/bonitoo-io/victorops",
    "contrib/bonitoo-io/zenoss",
    "contrib/chobbs/discord",
    "contrib/jsternberg/influxdb",
    "contrib/qxip/clickhouse",
    "contrib/qxip/hash",
    "contrib/qxip/logql",
    "contrib/rhajek/bigpanda",
    "contrib/sranka/opsgenie",
    "contrib/sranka/sensu",
    "contrib/sranka/teams",
    "contrib/sranka/telegram",
    "contrib/sranka/webexteams",
    "contrib/tomhollingworth/events",
    "csv",
    "date",
    "date/boundaries",
    "dict",
    "experimental",
    "experimental/aggregate",
    "experimental/array",
    "experimental/bigtable",
    "experimental/bitwise",
    "experimental/csv",
    "experimental/date/boundaries",
    "experimental/dynamic",
    "experimental/geo",
    "experimental/http",
    "experimental/http/requests",
    "experimental/influxdb",
    "experimental/iox",
    "experimental/json",
    "experimental/mqtt",
    "experimental/oee",
    "experimental/polyline",
    "experimental/prometheus",
    "experimental/query",
    "experimental/record",
    "experimental/table",
    "experimental/usage",
    "generate",
    "http",
    "http/requests",
    "influxdata/influxdb",
    "influxdata/influxdb/monitor",
    "influxdata/influxdb/sample",
    "influxdata/influxdb/schema",
    "influxdata/influxdb/secrets",
    "influxdata/influxdb/tasks",
    "influxdata/influxdb/v1",
    "internal/boolean",
    "internal/debug",
    "internal/gen",
    "internal/influxql",
    "internal/location",
    "internal/promql",
    "internal/testing",
    "internal/testutil",
    "interpolate",
    "join",
    "json",
    "kafka",
    "math",
    "pagerduty",
    "planner",
    "profiler",
    "pushbullet",
    "regexp",
    "runtime",
    "sampledata",
    "slack",
    "socket",
    "sql",
    "strings",
    "system",
    "testing",
    "testing/expect",
    "timezone",
    "types",
    "universe",
];

/// Packages that the real library does not have.
const OURS: [&str; 1] = ["fluxlet/expect"];

/// Packages of the real library that other crates hold.
const ELSEWHERE: [&str; 1] = ["experimental/influxdb"];

#[test]
fn the_packages_are_those_of_the_real_library() {
    let found: BTreeSet<&str> = crate::packages().map(|package| package.path).chain(ELSEWHERE).collect();
    let expected: BTreeSet<&str> = PATHS.into_iter().chain(OURS).collect();
    assert_eq!(found, expected);
}
