//! Tests of how times and spans are written.

use super::{Span, Timestamp};

#[track_caller]
fn check_time(nanoseconds: i64, expected: &str) {
    assert_eq!(Timestamp(nanoseconds).to_string(), expected);
}

#[track_caller]
fn check_span(nanoseconds: i64, expected: &str) {
    assert_eq!(Span(nanoseconds).to_string(), expected);
}

#[test]
fn times() {
    check_time(0, "1970-01-01T00:00:00Z");
    check_time(1, "1970-01-01T00:00:00.000000001Z");
    check_time(-1, "1969-12-31T23:59:59.999999999Z");
    check_time(1_709_164_800_000_000_000, "2024-02-29T00:00:00Z");
    check_time(951_782_400_500_000_000, "2000-02-29T00:00:00.5Z");
    check_time(1_735_689_599_120_000_000, "2024-12-31T23:59:59.12Z");
    check_time(i64::MIN, "1677-09-21T00:12:43.145224192Z");
    check_time(i64::MAX, "2262-04-11T23:47:16.854775807Z");
}

#[test]
fn spans() {
    check_span(0, "0s");
    check_span(7, "7ns");
    check_span(1_500, "1.5µs");
    check_span(20_000_000, "20ms");
    check_span(43_541_762_124, "43.541762124s");
    check_span(628_588_167_245, "10m28.588167245s");
    check_span(259_200_000_000_000, "72h0m0s");
}
