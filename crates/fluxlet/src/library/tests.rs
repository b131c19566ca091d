//! Paths that are not known, and those that may be meant.

use crate::{Engine, ImportError};

#[test]
fn paths_that_may_be_meant() {
    let engine = Engine::new().expect("the standard library is whole");
    for (path, expected) in [
        ("string", &["strings"][..]),
        ("experimental/strings", &["strings"]),
        ("aray", &["array", "experimental/array"]),
        ("experimntal/array", &["experimental/array", "array"]),
        ("requests", &["http/requests", "experimental/http/requests"]),
        ("influxdb", &["influxdata/influxdb", "experimental/influxdb", "contrib/jsternberg/influxdb"]),
        ("influxdata/influxdb/secret", &["influxdata/influxdb/secrets"]),
        ("nothing-like-it", &[]),
        ("", &[]),
        ("/", &[]),
    ] {
        match engine.document(path) {
            Err(ImportError::Unknown { similar }) => assert_eq!(similar, expected, "{path}"),
            other => panic!("{path}: {other:?}"),
        }
    }
}
