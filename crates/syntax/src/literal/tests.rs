//! What literals stand for.

use super::{TimeProblem, regexp, time, unescape};
use crate::Span;
use crate::problem::EscapeProblem;

const SECOND: i64 = 1_000_000_000;

#[track_caller]
fn check_time(text: &str, expected: Result<i64, TimeProblem>) {
    assert_eq!(time(text), expected, "{text}");
}

#[test]
fn times_are_nanoseconds() {
    check_time("1970-01-01", Ok(0));
    check_time("1969-12-31", Ok(-86_400 * SECOND));
    check_time("2000-02-29T12:34:56Z", Ok(951_827_696 * SECOND));
    check_time("1970-01-01T00:00:00.000000001Z", Ok(1));
    check_time("1970-01-01T00:00:00.1234567899Z", Ok(123_456_789));
    check_time("1970-01-01T00:00:00.5-00:30", Ok(1800 * SECOND + SECOND / 2));
    check_time("1970-01-01T00:00:60Z", Ok(60 * SECOND));
    check_time("1970-01-01T00:00:00+23:59", Ok(-86_340 * SECOND));
    // Beyond 64 bits the number wraps around.
    check_time("9999-12-31", Ok(253_402_214_400_i64.wrapping_mul(SECOND)));
    check_time("0000-01-01", Ok((-62_167_219_200_i64).wrapping_mul(SECOND)));
}

#[test]
fn times_that_do_not_exist_are_refused() {
    for text in [
        "2020-13-01",
        "2020-00-01",
        "2021-02-29",
        "2020-01-00",
        "2020-01-01T24:00:00Z",
        "2020-01-01T00:60:00Z",
        "2020-01-01T00:00:61Z",
        "2020-01-01T00:00:00.Z",
        "2020-01-01T00:00:00+24:00",
        "2020-01-01T00:00:00+00:60",
    ] {
        check_time(text, Err(TimeProblem::Date));
    }
    check_time("2020-01-01T00:00:00", Err(TimeProblem::Offset));
    check_time("2020-01-01T00:00:00.5", Err(TimeProblem::Offset));
}

#[track_caller]
fn check_string(text: &str, expected: Result<&str, EscapeProblem>) {
    assert_eq!(unescape(text).as_deref(), expected.as_ref().copied(), "{text}");
}

#[test]
fn strings_have_few_escapes() {
    check_string("", Ok(""));
    check_string("é", Ok("é"));
    check_string(r#"\n\r\t\\\""#, Ok("\n\r\t\\\""));
    check_string(r"\${a}", Ok("${a}"));
    check_string(r"\x41\xC3\xa9", Ok("Aé"));
    check_string(r"ab\a", Err(EscapeProblem::Unknown(Span::new(2, 4))));
    check_string(r"\é", Err(EscapeProblem::Unknown(Span::new(0, 3))));
    check_string(r"\$a", Err(EscapeProblem::Unknown(Span::new(0, 2))));
    check_string(r"a\", Err(EscapeProblem::Unknown(Span::new(1, 2))));
    check_string(r"\x4", Err(EscapeProblem::Hex(Span::new(0, 2))));
    check_string(r"\xg1", Err(EscapeProblem::Hex(Span::new(0, 2))));
    check_string(r"\xff", Err(EscapeProblem::Utf8));
    check_string(r"\xc3a", Err(EscapeProblem::Utf8));
}

#[track_caller]
fn check_regexp(text: &str, expected: Result<&str, EscapeProblem>) {
    assert_eq!(regexp(text).as_deref(), expected.as_ref().copied(), "{text}");
}

#[test]
fn regular_expressions_keep_their_escapes() {
    check_regexp(r"a\/b", Ok("a/b"));
    check_regexp(r"\d\\\.", Ok(r"\d\\\."));
    check_regexp(r"\x2e", Ok("."));
    check_regexp(r"\é", Ok(r"\é"));
    check_regexp(r"\x{41}", Err(EscapeProblem::Hex(Span::new(0, 2))));
    check_regexp(r"\xff", Err(EscapeProblem::Utf8));
}
