//! Cells, as the real library numbers them, and large shapes.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use fluxlet_runtime::{Clock, Code, Context, Limits, Record, Run, Time, Value};

use super::PACKAGE;
use crate::testing::{call, call_with, check, shown};

fn point(lat: f64, lon: f64) -> Value {
    Record::from([("lat", lat.into()), ("lon", lon.into())]).into()
}

#[test]
fn cells_of_points() {
    for (lat, lon, level, expected) in [
        (50.0755, 14.4378, 10, "470b95"),
        (50.0755, 14.4378, 30, "470b948f6ff03e97"),
        (-90.0, 0.0, 30, "b000000000000001"),
        (91.0, 190.0, 30, "4555ee768edb8b33"),
        (-33.86, 151.21, 15, "6b12ae42c"),
        (40.7, -74.0, 15, "89c25a38c"),
        (10.0, 10.0, 15, "10551bf24"),
        (10.0, -170.0, 15, "7affb15cc"),
    ] {
        check(&PACKAGE, "s2CellIDToken", &[("point", point(lat, lon)), ("level", Value::Int(level))], expected);
    }
}

#[test]
fn cells_of_cells() {
    let token = |token: &str, level: i64, expected: &str| {
        check(&PACKAGE, "s2CellIDToken", &[("token", token.into()), ("level", level.into())], expected);
    };
    token("470b95", 10, "470b95");
    token("470B95", 5, "470c");
    token("470b95", 11, "error: cell \"470b95\" is of level 10, it lies in no one cell of level 11");
    token("470b95", 31, "error: level value must be [1, 30]");
    token("470b95", 0, "error: level value must be [1, 30]");
    let neither = "error: either argument `token` or argument `point` must be given";
    check(&PACKAGE, "s2CellIDToken", &[("level", 3_i64.into())], neither);
    let both = [("level", 3_i64.into()), ("token", "b".into()), ("point", point(0.0, 0.0))];
    check(&PACKAGE, "s2CellIDToken", &both, neither);
}

#[test]
fn levels_and_centers() {
    for (token, level, lat, lon) in [
        ("470b948f6ff03e97", 30, 50.075_500_009_568_28, 14.437_799_956_029_904),
        ("470b94c4a3d", 20, 50.096_913_511_577_67, 14.422_162_110_836_357),
        ("89c25c", 9, 40.708_880_489_804_56, -73.935_982_114_337_42),
        ("1", 0, 0.0, 0.0),
        ("b", 0, -90.0, 0.0),
    ] {
        check(&PACKAGE, "getLevel", &[("token", token.into())], &level.to_string());
        let Ok(Value::Record(center)) = call(&PACKAGE, "s2CellLatLon", &[("token", token.into())]) else {
            panic!("{token}");
        };
        for (label, expected) in [("lat", lat), ("lon", lon)] {
            let Some(Value::Float(found)) = center.get(label) else { panic!("{token}") };
            assert!((found - expected).abs() < 1e-12, "{token}: {found}, {expected}");
        }
    }
    for token in ["", "X", "4", "ff", "zz", "6b12ae", "+1", "470b948f6ff03e970"] {
        for name in ["getLevel", "s2CellLatLon"] {
            let found = shown(&call(&PACKAGE, name, &[("token", token.into())]));
            assert_eq!(found, format!("error: invalid token {token:?} specified"), "{name}");
        }
    }
}

/// A clock that goes on by a second each time somebody looks.
#[derive(Default)]
struct Ticking(AtomicU64);

impl Clock for Ticking {
    fn now(&self) -> Time {
        Time(0)
    }

    fn elapsed(&self) -> Duration {
        Duration::from_secs(self.0.fetch_add(1, Ordering::Relaxed))
    }
}

#[test]
fn large_shapes_end_with_the_run() {
    let units = ("units", Value::from(Record::from([("distance", "km".into())])));
    let polygon = Value::from(vec![point(0.0, 0.0), point(0.0, 10.0), point(10.0, 10.0)]);
    let polygon = Value::from(Record::from([("points", polygon)]));
    let line = |place: &str| Value::from(Record::from([("linestring", vec![place; 50].join(", ").into())]));
    let (outside, inside) = (line("5 -40"), line("7 2"));
    let corners: Vec<Value> = (0..2000).map(|turn| point(10.0, f64::from(turn) / 100.0)).collect();
    let fine = Value::from(Record::from([("points", corners.into())]));
    for (name, region, more) in [
        ("stDistance", &polygon, ("geometry", outside)),
        ("stContains", &polygon, ("geometry", inside)),
        ("getGrid", &fine, ("level", 6_i64.into())),
    ] {
        let limits = Limits { time: Some(Duration::from_secs(20)), ..Limits::default() };
        let run = Run::new(&Context::new().with_clock(Ticking::default()).with_limits(limits));
        let arguments = [("region", region.clone()), more, units.clone()];
        let answer = call_with(&PACKAGE, name, &run, &arguments, |_| unreachable!());
        assert_eq!(answer.expect_err(name).code(), Code::DeadlineExceeded, "{name}");
    }
}
