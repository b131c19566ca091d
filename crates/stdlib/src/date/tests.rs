//! Calls of the package's functions, with what they show.

use fluxlet_runtime::{Nature, Record, Value};

use super::PACKAGE;
use crate::testing::{check, duration, time};

fn place(zone: &str, offset: &str) -> Value {
    Record::from([("zone", zone.into()), ("offset", duration(offset))]).into()
}

fn utc() -> Value {
    place("UTC", "0h")
}

#[test]
fn fields() {
    for (name, instant, expected) in [
        ("_minute", "2023-11-05T16:07:59.987654321Z", "7"),
        ("_hour", "2023-11-05T23:30:00-05:00", "4"),
        ("_weekDay", "2024-01-07T00:00:00Z", "0"),
        ("_weekDay", "2024-01-06T00:00:00Z", "6"),
        ("_monthDay", "2023-11-05T16:07:59Z", "5"),
        ("_yearDay", "2020-12-31T00:00:00Z", "366"),
        ("_month", "2023-11-05T16:07:59Z", "11"),
        ("_year", "1965-11-05T16:07:59Z", "1965"),
        ("_week", "2023-01-01T00:00:00Z", "52"),
        ("_week", "2024-12-31T00:00:00Z", "1"),
        ("_week", "2020-12-31T12:00:00Z", "53"),
        ("_quarter", "2022-03-31T23:59:59Z", "1"),
        ("_quarter", "2022-12-01T00:00:00Z", "4"),
        ("_time", "2023-11-05T16:07:59.5Z", "2023-11-05T16:07:59.500000000Z"),
    ] {
        check(&PACKAGE, name, &[("t", time(instant)), ("location", utc())], expected);
    }
    for (name, instant, expected) in [
        ("_second", "2023-11-05T16:07:59.987654321Z", "59"),
        ("_millisecond", "2023-11-05T16:07:59.987654321Z", "987"),
        ("_microsecond", "2023-11-05T16:07:59.987654321Z", "987654"),
        ("_nanosecond", "2023-11-05T16:07:59.987654321Z", "987654321"),
        ("_second", "1969-12-31T23:59:58.5Z", "58"),
        ("_millisecond", "1969-12-31T23:59:58.5Z", "500"),
    ] {
        check(&PACKAGE, name, &[("t", time(instant))], expected);
    }
    check(
        &PACKAGE,
        "_second",
        &[("t", Value::Null(Some(Nature::Time)))],
        "error: argument `t` must be a time or a duration, found null",
    );
}

#[test]
fn instants_from_now() {
    let now = || time("2031-03-31T00:00:00Z");
    let instant = |value: Value, expected: &str| check(&PACKAGE, "_instant", &[("t", value), ("now", now())], expected);
    instant(duration("-1mo"), "2031-02-28T00:00:00.000000000Z");
    instant(time("2021-01-01T00:00:00Z"), "2021-01-01T00:00:00.000000000Z");
    instant("x".into(), "error: argument `t` must be a time or a duration, found string");
}

#[test]
fn fields_by_the_clock_of_a_place() {
    for (name, instant, zone, offset, expected) in [
        ("_hour", "2023-01-15T12:00:00Z", "America/New_York", "0h", "7"),
        ("_hour", "2023-07-15T12:00:00Z", "America/New_York", "0h", "8"),
        ("_hour", "2023-07-15T12:00:00Z", "Asia/Tokyo", "1h", "22"),
        ("_hour", "2023-01-01T12:00:00Z", "Etc/GMT+5", "0h", "7"),
        ("_minute", "2023-06-01T00:00:00Z", "Australia/Lord_Howe", "0h", "30"),
        ("_year", "2024-01-01T03:00:00Z", "America/Los_Angeles", "0h", "2023"),
        ("_hour", "2023-07-15T02:00:00Z", "UTC", "-3h", "23"),
        ("_time", "2023-07-15T12:00:00Z", "America/New_York", "0h", "2023-07-15T08:00:00.000000000Z"),
        ("_time", "2023-01-31T12:00:00Z", "UTC", "1mo", "2023-02-28T12:00:00.000000000Z"),
    ] {
        check(&PACKAGE, name, &[("t", time(instant)), ("location", place(zone, offset))], expected);
    }
    let check = |location: Record, expected: &str| {
        check(&PACKAGE, "_hour", &[("t", time("2023-07-15T12:00:00Z")), ("location", location.into())], expected);
    };
    let zero = || duration("0h");
    check(
        Record::from([("zone", "Mars/Olympus".into()), ("offset", zero())]),
        "error: unknown time zone \"Mars/Olympus\"",
    );
    check(Record::from([("offset", zero())]), "error: the location record has no field `zone`");
    check(
        Record::from([("zone", "UTC".into()), ("offset", 8_i64.into())]),
        "error: field `offset` of the location record must be a duration, found int",
    );
}

#[test]
fn add_and_sub() {
    let add = |span: &str, to: &str, place: Value, expected: &str| {
        check(&PACKAGE, "_add", &[("d", duration(span)), ("to", time(to)), ("location", place)], expected);
    };
    add("5h", "2023-12-31T20:00:00Z", utc(), "2024-01-01T01:00:00.000000000Z");
    add("1mo", "2024-01-30T10:00:00Z", utc(), "2024-02-29T10:00:00.000000000Z");
    add("4y", "2024-02-29T00:00:00Z", utc(), "2028-02-29T00:00:00.000000000Z");
    add("1mo1d", "2023-01-31T00:00:00Z", utc(), "2023-03-01T00:00:00.000000000Z");
    add("300y", "2023-01-01T00:00:00Z", utc(), "1738-06-12T00:25:26.290448384Z");
    add("9000y", "2023-01-01T00:00:00Z", utc(), "error: the instant is outside the calendar");
    add("700000000000000000y", "2023-01-01T00:00:00Z", utc(), "error: the instant is outside the calendar");
    let new_york = || place("America/New_York", "0h");
    add("1d", "2023-03-11T12:00:00Z", new_york(), "2023-03-12T11:00:00.000000000Z");
    add("1d", "2023-11-04T12:00:00Z", new_york(), "2023-11-05T13:00:00.000000000Z");
    add("1d", "2023-11-04T05:30:00Z", new_york(), "2023-11-05T05:30:00.000000000Z");
    add("1mo", "2023-01-30T20:00:00Z", place("Australia/Sydney", "0h"), "2023-02-27T20:00:00.000000000Z");
    let sub = |span: &str, from: &str, place: Value, expected: &str| {
        check(&PACKAGE, "_sub", &[("d", duration(span)), ("from", time(from)), ("location", place)], expected);
    };
    sub("1mo", "2023-03-31T10:00:00Z", utc(), "2023-02-28T10:00:00.000000000Z");
    sub("1y", "2024-02-29T00:00:00Z", utc(), "2023-02-28T00:00:00.000000000Z");
    sub("-1d", "2023-03-31T00:00:00Z", utc(), "2023-04-01T00:00:00.000000000Z");
    sub("1mo1d", "2023-03-31T00:00:00Z", utc(), "2023-02-27T00:00:00.000000000Z");
    sub("1mo", "2023-04-01T02:00:00Z", place("UTC", "-5h"), "2023-03-01T02:00:00.000000000Z");
}

#[test]
fn clock_readings_that_are_skipped() {
    // At 2:00 the clock jumps to 3:00, so 2:30 is the moment of the jump.
    let named =
        [("d", duration("1d")), ("to", time("2023-03-11T07:30:00Z")), ("location", place("America/New_York", "0h"))];
    check(&PACKAGE, "_add", &named, "2023-03-12T07:00:00.000000000Z");
}

#[test]
fn truncate() {
    let truncate = |instant: &str, unit: &str, place: Value, expected: &str| {
        check(&PACKAGE, "_truncate", &[("t", time(instant)), ("unit", duration(unit)), ("location", place)], expected);
    };
    let moment = "2023-05-17T13:47:21.123456789Z";
    truncate(moment, "1us", utc(), "2023-05-17T13:47:21.123456000Z");
    truncate(moment, "15m", utc(), "2023-05-17T13:45:00.000000000Z");
    truncate(moment, "1d", utc(), "2023-05-17T00:00:00.000000000Z");
    truncate(moment, "5d", utc(), "2023-05-13T00:00:00.000000000Z");
    truncate(moment, "1w", utc(), "2023-05-11T00:00:00.000000000Z");
    truncate(moment, "1mo", utc(), "2023-05-01T00:00:00.000000000Z");
    truncate(moment, "7mo", utc(), "2023-02-01T00:00:00.000000000Z");
    truncate("1965-07-08T12:00:00Z", "1d", utc(), "1965-07-08T00:00:00.000000000Z");
    truncate("1965-07-08T12:00:00Z", "1y", utc(), "1965-01-01T00:00:00.000000000Z");
    truncate(moment, "1mo1d", utc(), "error: duration used as an interval cannot mix month and nanosecond units");
    truncate(moment, "0s", utc(), "error: duration used as an interval cannot be zero");
    truncate(moment, "-1h", utc(), "error: duration used as an interval cannot be negative");
    truncate(moment, "-1mo", utc(), "error: duration used as an interval cannot be negative");
    truncate("1960-01-01T00:00:00Z", "700000000000000000y", utc(), "error: the instant is outside the calendar");
    truncate("2023-07-15T02:00:00Z", "1d", place("UTC", "-5h"), "2023-07-14T05:00:00.000000000Z");
    truncate("2023-07-15T02:00:00Z", "1d", place("America/New_York", "0h"), "2023-07-14T04:00:00.000000000Z");
    truncate("2023-03-12T20:00:00Z", "1d", place("America/New_York", "0h"), "2023-03-12T05:00:00.000000000Z");
    truncate("2023-07-15T20:45:00Z", "1h", place("Asia/Kolkata", "0h"), "2023-07-15T20:30:00.000000000Z");
    truncate("2023-07-31T20:00:00Z", "1mo", place("Asia/Tokyo", "0h"), "2023-07-31T15:00:00.000000000Z");
    truncate("2023-07-15T12:00:00Z", "1y", place("Australia/Sydney", "0h"), "2022-12-31T13:00:00.000000000Z");
}

#[test]
fn scale() {
    let scale = |span: &str, times: i64, expected: &str| {
        check(&PACKAGE, "scale", &[("d", duration(span)), ("n", times.into())], expected);
    };
    scale("90m", 3, "4h30m");
    scale("1mo5d", 0, "0ns");
    scale("1mo5d", -2, "-2mo1w3d");
    scale("-10s", 6, "-1m");
    scale("1d", i64::MAX, &format!("error: 1d times {} is longer than any duration", i64::MAX));
}
