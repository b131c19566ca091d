//! Tests of the words for JSON syntax errors.

use super::first_value;

#[track_caller]
fn check(text: &str, expected: Result<&str, &str>) {
    let found = first_value(text.as_bytes());
    assert_eq!(found, expected.map(str::as_bytes).map_err(str::to_owned), "{text}");
}

#[test]
fn values() {
    check("{}", Ok("{}"));
    check(" [1, {\"a\": [true, null]}, \"\\u00e9\"] rest", Ok(" [1, {\"a\": [true, null]}, \"\\u00e9\"]"));
    check("-0.5e+3,", Ok("-0.5e+3"));
    check("{\"a\":{}}}", Ok("{\"a\":{}}"));
    check("\"x\"y", Ok("\"x\""));
}

#[test]
fn ends() {
    check("", Err("EOF"));
    check(" \n", Err("EOF"));
    check("[1,", Err("unexpected EOF"));
    check("{\"name\":\"r22\"", Err("unexpected EOF"));
    check("tru", Err("unexpected EOF"));
    check("\"\\u00", Err("unexpected EOF"));
}

#[test]
fn errors() {
    check("x", Err("invalid character 'x' looking for beginning of value"));
    check("{not json", Err("invalid character 'n' looking for beginning of object key string"));
    check("{\"a\":1,}", Err("invalid character '}' looking for beginning of object key string"));
    check("{'a':1}", Err("invalid character '\\'' looking for beginning of object key string"));
    check("{\"a\":}", Err("invalid character '}' looking for beginning of value"));
    check("{\"a\" \"b\"}", Err("invalid character '\"' after object key"));
    check("{\"a\":1x}", Err("invalid character 'x' after object key:value pair"));
    check("[1 2]", Err("invalid character '2' after array element"));
    check("[1}", Err("invalid character '}' after array element"));
    check("{\"a\":tru}", Err("invalid character '}' in literal true (expecting 'e')"));
    check("\"a\\qb\"", Err("invalid character 'q' in string escape code"));
    check("\"\\u00zz\"", Err("invalid character 'z' in \\u hexadecimal character escape"));
    check("\"a\nb\"", Err("invalid character '\\n' in string literal"));
    check("-x", Err("invalid character 'x' in numeric literal"));
    check("1.x", Err("invalid character 'x' after decimal point in numeric literal"));
    check("1ex", Err("invalid character 'x' in exponent of numeric literal"));
    check("é", Err("invalid character 'Ã' looking for beginning of value"));
}

#[test]
fn depth() {
    check(&"[".repeat(100_000), Err("invalid character '[' exceeded max depth"));
    let deep = format!("{}{}", "[".repeat(100), "]".repeat(100));
    check(&deep, Ok(&deep));
}
