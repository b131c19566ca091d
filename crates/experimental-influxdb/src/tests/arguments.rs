//! ARG: methods, timeouts, types, nulls, order of checks.

use std::time::Duration;

use fluxlet_runtime::{Code, Nature, Value};

use super::*;

#[test]
fn methods() {
    let sent_as = [
        ("ARG-07", "foo", "FOO"),
        ("ARG-07", "propfind", "PROPFIND"),
        ("mixed case", "pAtch", "PATCH"),
        ("token characters", "m-search", "M-SEARCH"),
        ("32 bytes", "abcdefghijklmnopqrstuvwxyzabcdef", "ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEF"),
    ];
    for (id, method, expected) in sent_as {
        assert_eq!(sent(id, &[("method", method.into())]).method.as_str(), expected, "{id}");
    }
    let invalid = [
        ("ARG-02", "", "argument `method` is empty"),
        ("ARG-03 trailing space", "get ", "found `get `"),
        ("ARG-03 leading space", " get", "found ` get`"),
        ("ARG-03 tab", "ge\tt", r"found `ge\tt`"),
        ("ARG-04", "GET / HTTP/1.1\r\nX: y\r\n\r\nGET", r"found `GET / HTTP/1.1\r\nX: y\r\n\r\nGET`"),
        ("ARG-05", "connect", "`CONNECT` is not available"),
        ("ARG-06", "trace", "`TRACE` is not available"),
        ("ARG-06", "Track", "`TRACK` is not available"),
        ("ARG-08 dotless i", "ı", "found `ı`"),
        ("ARG-08 ligature", "ﬁnd", "found `ﬁnd`"),
        ("33 bytes", "abcdefghijklmnopqrstuvwxyzabcdefg", "has 33 bytes, more than 32"),
        ("colon", ":method", "found `:method`"),
    ];
    for (id, method, words) in invalid {
        check_invalid(id, &[("method", method.into())], words);
    }
    check_invalid("ARG-09", &[("method", "a".repeat(10_000).into())], "has 10000 bytes, more than 32");
}

#[test]
fn timeouts() {
    let timeout = |text: &str| ("timeout", Value::from(fluxlet_runtime::Duration::parse(text).unwrap()));
    assert_eq!(sent("TMO-01", &[]).timeout, Duration::from_secs(30));
    assert_eq!(sent("1ns", &[timeout("1ns")]).timeout, Duration::from_nanos(1));
    assert_eq!(sent("within the run", &[timeout("59s")]).timeout, Duration::from_secs(59));
    assert!(sent("TMO-09 never past the run", &[timeout("5000w")]).timeout <= Duration::from_secs(60));
    // TMO-02, TMO-03: no time, and less.
    for (text, found) in [("0s", "0ns"), ("-1s", "-1s"), ("-1ns", "-1ns")] {
        check_invalid(text, &[timeout(text)], &format!("argument `timeout` must be longer than zero, found {found}"));
    }
    // TMO-05, TMO-06, TMO-08: months have no fixed length, however many there are.
    for text in ["1mo", "-1mo", "300y", "1mo3d", "1y2s"] {
        check_invalid(text, &[timeout(text)], "argument `timeout` must be of fixed length");
    }
}

#[test]
fn types_and_presence() {
    let of_other_type = [
        ("ARG-10", ("timeout", Value::Int(30)), "argument `timeout` must be duration, found int"),
        ("ARG-11", ("body", "text".into()), "argument `body` must be bytes, found string"),
        (
            "ARG-12 record",
            ("headers", Value::from(fluxlet_runtime::Record::from([("a", Value::Int(1))]))),
            "argument `headers`",
        ),
        ("ARG-12 ints", ("headers", int_dict()), "argument `headers` must be [string: string]"),
        ("ints", ("query", int_dict()), "argument `query` must be [string: string]"),
        ("method", ("method", Value::Int(1)), "argument `method` must be string, found int"),
        ("ARG-13", ("foo", Value::Int(1)), "unknown argument `foo`"),
    ];
    for (id, argument, words) in of_other_type {
        check_invalid(id, &[argument], words);
    }
    for (id, given, words) in [("ARG-01", "method", "`path`"), ("no method", "path", "`method`")] {
        let outcome = call_exactly(&home(), vec![(given, "/x".into())], Ok(empty_answer()));
        let error = outcome.result.unwrap_err();
        assert_eq!(error.message(), format!("missing required argument {words}"), "{id}");
    }
}

/// ARG-25
#[test]
fn nulls() {
    for name in ["method", "path", "body", "headers", "host", "query", "timeout", "token"] {
        check_invalid(name, &[(name, Value::NULL)], &format!("argument `{name}` is null"));
    }
    check_invalid(
        "typed",
        &[("host", Value::Null(Some(Nature::String)))],
        "argument `host` is null, it must be a string",
    );
    for name in ["headers", "query"] {
        let mut entries = Dict::default();
        entries.insert("A".into(), Value::NULL).unwrap();
        check_invalid(name, &[(name, entries.into())], &format!("argument `{name}`: the value of `A` is null"));
    }
}

/// ARG-14
#[test]
fn empty_dictionaries_are_none() {
    let request = sent("ARG-14", &[("path", "/x?a=1".into()), ("query", dict(&[])), ("headers", dict(&[]))]);
    assert_eq!(request.target, "/x?a=1");
    assert_eq!(request.headers.len(), 2);
}

/// ARG-26: every argument is bad; one after the other is mended.
#[test]
fn the_first_bad_argument_is_the_error() {
    let mut arguments: Vec<Argument> = vec![
        ("method", "".into()),
        ("path", "x".into()),
        ("body", Value::NULL),
        ("headers", dict(&[("Host", "h")])),
        ("host", "h".into()),
        ("query", Value::NULL),
        ("timeout", fluxlet_runtime::Duration::ZERO.into()),
        ("token", "a b".into()),
    ];
    let good: [Value; 8] = [
        "get".into(),
        "/../{orgID}".into(),
        Bytes::new().into(),
        dict(&[("Authorization", "Bearer b")]),
        "http://other.test/base".into(),
        dict(&[]),
        fluxlet_runtime::Duration::from_nanoseconds(1).into(),
        "t".into(),
    ];
    let names: Vec<_> = arguments.iter().map(|(name, _)| *name).collect();
    for (index, good) in good.into_iter().enumerate() {
        let backwards: Vec<_> = arguments.iter().rev().cloned().collect();
        check_invalid("ARG-26", &backwards, &format!("argument `{}`", names[index]));
        arguments[index].1 = good;
    }
    check_invalid("ARG-26 credentials", &arguments, "exclude each other");
    arguments[3].1 = dict(&[]);
    check_invalid("ARG-26 placeholders", &arguments, "`{orgID}`");
    arguments[1].1 = "/..".into();
    check_invalid("ARG-26 base path", &arguments, "segment");
}

/// ARG-27
#[test]
fn one_call_is_one_request() {
    let failed = Err(Error::new(Code::Unavailable, "no answer"));
    assert_eq!(call_answered(&home(), &[("method", "post".into())], failed).requests.len(), 1);
}

fn int_dict() -> Value {
    let mut entries = Dict::default();
    entries.insert("a".into(), Value::Int(1)).unwrap();
    entries.into()
}
