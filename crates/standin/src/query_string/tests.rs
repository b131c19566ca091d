//! Tests of reading and writing query strings.

use super::{QueryString, write};

#[track_caller]
fn check(text: &str, name: &str, expected: Option<&str>) {
    assert_eq!(QueryString::parse(text).get(name), expected, "{text}");
}

#[test]
fn reads() {
    check("", "a", None);
    check("a=1&a=2", "a", Some("1"));
    check("a=&b", "a", None);
    check("x=1&a=b+c%20d%2B%C3%BC", "a", Some("b c d+ü"));
    check("a=%zz&b=2", "a", None);
    check("a=%zz&b=2", "b", Some("2"));
    check("a=%", "a", None);
    check("a=1;b=2", "a", None);
    check("a=%ff", "a", Some("\u{fffd}"));
    check("%61=1", "a", Some("1"));
}

#[test]
fn writes() {
    let parameters = vec![("org", "a b&c/ü".to_owned()), ("limit", "20".to_owned()), ("orgID", "~".to_owned())];
    assert_eq!(write(parameters), "limit=20&org=a+b%26c%2F%C3%BC&orgID=~");
}
