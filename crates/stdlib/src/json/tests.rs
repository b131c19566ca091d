//! Calls of the package's functions, with what they show.

use fluxlet_runtime::{Dict, Nature, Record, Regexp, Value};

use super::{Elements, PACKAGE, parse};
use crate::testing::{array, bytes, call, check, duration, function, run, shown, time};

fn encodes(value: impl Into<Value>, expected: &str) {
    let value = value.into();
    let text = match call(&PACKAGE, "encode", &[("v", value.clone())]) {
        Ok(Value::Bytes(bytes)) => String::from_utf8(bytes.to_vec()).expect("UTF-8"),
        other => shown(&other),
    };
    assert_eq!(text, expected, "{}", shown(&Ok(value)));
}

#[test]
fn scalars() {
    encodes("say \"hi\" \\ bye", r#""say \"hi\" \\ bye""#);
    encodes("<b>Tom & Jerry</b> 'x'", r#""\u003cb\u003eTom \u0026 Jerry\u003c/b\u003e 'x'""#);
    encodes("\u{1}\u{8}\u{c}\u{1f}\u{7f}\n\r\t", "\"\\u0001\\b\\f\\u001f\u{7f}\\n\\r\\t\"");
    encodes("žluť 馬 😀 \u{2028}", "\"žluť 馬 😀 \\u2028\"");
    encodes(-42_i64, "-42");
    encodes(u64::MAX, "18446744073709551615");
    encodes(true, "true");
    encodes(Value::NULL, "null");
    encodes(Value::Null(Some(Nature::String)), "null");
    encodes(duration("90m"), "\"1h30m\"");
    encodes(duration("-1d12h"), "\"-1d12h\"");
    encodes(time("2022-06-07T08:09:10.120300000Z"), "\"2022-06-07T08:09:10.1203Z\"");
    encodes(time("1901-12-13T20:45:52Z"), "\"1901-12-13T20:45:52Z\"");
    encodes(bytes("hello?"), "\"aGVsbG8/\"");
    encodes(Value::Regexp(Regexp::new("a+/b").expect("a pattern").into()), "\"a+/b\"");
}

#[test]
fn floats() {
    for (value, expected) in [
        (12.75, "12.75"),
        (1.0, "1"),
        (-0.0, "-0"),
        (1e20, "100000000000000000000"),
        (1e21, "1e+21"),
        (1.2345678901234569e23, "1.2345678901234569e+23"),
        (-1e22, "-1e+22"),
        (1e-6, "0.000001"),
        (1e-7, "1e-7"),
        (9.999e-7, "9.999e-7"),
        (5e-324, "5e-324"),
        (0.1 + 0.2, "0.30000000000000004"),
        (f64::INFINITY, "error: json: unsupported value: +Inf"),
        (f64::NAN, "error: json: unsupported value: NaN"),
    ] {
        encodes(value, expected);
    }
}

#[test]
fn composites() {
    encodes(array::<i64>([]), "[]");
    encodes(array([Value::Null(None), 1.0.into()]), "[null,1]");
    encodes(Record::default(), "{}");
    encodes(Record::from([("b", "y".into()), ("a", array([true]))]), r#"{"a":[true],"b":"y"}"#);
    let dict = |entries: [(Value, i64); 2]| {
        let mut dict = Dict::default();
        for (key, value) in entries {
            dict.insert(key, value.into()).expect("a key");
        }
        dict
    };
    encodes(Dict::default(), "{}");
    encodes(dict([("b".into(), 1), ("a".into(), 2)]), r#"{"a":2,"b":1}"#);
    encodes(dict([(10_i64.into(), 1), (9_i64.into(), 2)]), r#"{"10":1,"9":2}"#);
    encodes(
        dict([(time("2020-01-02T03:04:05Z"), 1), (time("2020-01-02T03:04:06Z"), 2)]),
        r#"{"2020-01-02T03:04:05.000000000Z":1,"2020-01-02T03:04:06.000000000Z":2}"#,
    );
    encodes(Record::from([("f", function())]), "error: cannot encode a function value");
    let dynamic = "error: json.encode cannot encode a dynamic value; use `jsonEncode` of `experimental/dynamic`";
    encodes(Value::from(1_i64).into_dynamic(), dynamic);
}

#[test]
fn depth_is_bounded() {
    let nested = |levels: usize| (0..levels).fold(Value::from(1_i64), |inner, _| array([inner]));
    encodes(nested(5), "[[[[[1]]]]]");
    encodes(nested(200), "error: the value is nested deeper than 128 levels");
}

#[test]
fn parses() {
    let check = |text: &str, expected: &str| {
        assert_eq!(shown(&parse(&run(), text.as_bytes(), Elements::OfOneType)), expected, "{text}");
    };
    check("42", "42");
    check(" -0 ", "-0");
    check("9007199254740993", "9.007199254740992e+15");
    check("18446744073709551616", "1.8446744073709552e+19");
    check(r#""a\ud83d!""#, "a\u{fffd}!");
    check(r#""\udc00\ud83d\ude00\ud800\ud83d\ude00\\ud800""#, "\u{fffd}😀\u{fffd}😀\\ud800");
    check(r#"{"a": {"b": {"c": [1, 2]}}}"#, "{a: {b: {c: [1, 2]}}}");
    check(r#"{"a": 1, "a": "x"}"#, "{a: x}");
    check(r#"{"a b": 1, "": 2, "é": 3}"#, "{: 2, a b: 1, é: 3}");
    check("{}", "{}");
    check("[]", "[]");
    check("null", "<null>");
    check("[null, 1]", "[<null>, 1]");
    check("[null, null, 1]", "[<null>, <null>, 1]");
    check("[[1, 2], [3]]", "[[1, 2], [3]]");
    check(r#"[{"a": 1, "b": 2}, {"b": 3, "a": 2}]"#, "[{a: 1, b: 2}, {a: 2, b: 3}]");
}

#[test]
fn refuses_mixed_arrays() {
    let check = |text: &str, types: &str| {
        let expected = format!(
            "error: array values must all be the same type: {types}; read such documents with `jsonParse` of \
             `experimental/dynamic`"
        );
        assert_eq!(shown(&parse(&run(), text.as_bytes(), Elements::OfOneType)), expected, "{text}");
    };
    check(r#"[1, "a"]"#, "element 0 is float, element 1 is string");
    check("[1, null]", "element 0 is float, element 1 is null");
    check(r#"[null, 1, "a"]"#, "element 1 is float, element 2 is string");
    check("[null, 1, null]", "element 1 is float, element 2 is null");
    check("[[1, 2], []]", "element 0 is [float], element 1 is [A]");
    check(r#"[{"a": 1}, {"b": 1}]"#, "element 0 is {a: float}, element 1 is {b: float}");
    check(r#"[{"a": null}, {"a": 1}]"#, "element 0 is {a: null}, element 1 is {a: float}");
}

#[test]
fn says_what_is_no_json() {
    let check = |text: &str, expected: &str| {
        assert_eq!(shown(&parse(&run(), text.as_bytes(), Elements::OfOneType)), expected, "{text}");
    };
    check("", "error: unexpected end of JSON input");
    check("[1, 2", "error: unexpected end of JSON input");
    check("1 2", "error: cannot parse JSON: trailing characters at line 1 column 3");
    check("012", "error: cannot parse JSON: invalid number at line 1 column 2");
    check("nope", "error: cannot parse JSON: expected ident at line 1 column 2");
    check("[1,]", "error: cannot parse JSON: trailing comma at line 1 column 4");
    check("1e400", "error: cannot parse JSON: number out of range at line 1 column 5");
    check(&"[".repeat(200), "error: the JSON document is nested deeper than 128 levels");
}

#[test]
fn memory_is_charged() {
    let run = run();
    let before = run.memory_left();
    let text = format!("[{}]", vec!["null"; 1000].join(","));
    parse(&run, text.as_bytes(), Elements::OfOneType).expect("JSON");
    assert!(before - run.memory_left() >= 24 * 1000);
    let full = crate::testing::run();
    full.charge(full.memory_left() - 100).expect("room");
    let error = parse(&full, text.as_bytes(), Elements::OfOneType).expect_err("no room");
    assert_eq!(error.code(), fluxlet_runtime::Code::ResourceExhausted);
    let limit = full.context().limits().memory;
    let expected =
        format!("error: the run needs more than its {limit} bytes of memory; raise `limits.memory` to allow more");
    assert_eq!(shown(&parse(&full, b"[1,2,3,4]", Elements::OfOneType)), expected);
    check(&PACKAGE, "encode", &[("v", 1_i64.into())], "0x31");
}
