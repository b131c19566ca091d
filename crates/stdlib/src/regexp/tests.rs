//! Calls of the package's functions, with what they show.

use fluxlet_runtime::{Code, Nature, Regexp, Value};

use super::PACKAGE;
use crate::testing::{array, call, check, check_exhausted, shown};

fn pattern(text: &str) -> Value {
    Value::Regexp(Regexp::new(text).expect("a pattern").into())
}

#[test]
fn compile() {
    check(&PACKAGE, "compile", &[("v", r"(?P<year>\d{4})".into())], r"(?P<year>\d{4})");
    check(&PACKAGE, "getString", &[("r", pattern("a/b"))], "a/b");
    let error = call(&PACKAGE, "compile", &[("v", "(abc".into())]).expect_err("no pattern");
    assert_eq!(error.code(), Code::Unknown);
    check_exhausted(&PACKAGE, "compile", &[("v", r"(\w{1000}){1000}".into())]);
    check(&PACKAGE, "quoteMeta", &[("v", r"\.+*?()|[]{}^$a-".into())], r"\\\.\+\*\?\(\)\|\[\]\{\}\^\$a-");
}

#[test]
fn find() {
    let find = |name: &str, text: &str, value: &str, expected: &str| {
        check(&PACKAGE, name, &[("r", pattern(text)), ("v", value.into())], expected);
    };
    find("findString", "a|ab", "ab", "a");
    find("findString", "z", "foo", "");
    find("findString", "[^a-z]+", "abcéüxyz", "éü");
    find("findStringIndex", "x*", "abc", "[0, 0]");
    find("findStringIndex", "é", "aé", "[1, 3]");
    find("findStringIndex", "z", "abc", "[]");
    find("matchRegexpString", "(?i)ÉCOLE", "école", "true");
    let null = [("r", pattern("q")), ("v", Value::Null(Some(Nature::String)))];
    check(&PACKAGE, "findString", &null, "error: argument `v` is null, it must be a string");
    let null = [("r", Value::NULL), ("v", "x".into())];
    check(&PACKAGE, "findString", &null, "error: argument `r` is null, it must be a regexp");
}

#[test]
fn replace() {
    let replace = |text: &str, value: &str, template: &str, expected: &str| {
        let named = [("r", pattern(text)), ("v", value.into()), ("t", template.into())];
        check(&PACKAGE, "replaceAllString", &named, expected);
    };
    replace(r"(?P<k>\w+)=(?P<v>\w+)", "a=1 b=2", "$v:$k", "1:a 2:b");
    replace("(a)(b)", "ab", "${1}x$2", "axb");
    replace("(a)(b)", "ab", "$1W-$$", "-$");
    replace("a", "banana", "$9", "bnn");
    replace("x*", "abxc", "-", "-a-b-c-");
    replace("^", "abc", "> ", "> abc");
    replace("z", "abc", "y", "abc");
    let wide: Value = "a".repeat(1 << 16).into();
    let template: Value = "$0".repeat(1 << 16).into();
    check_exhausted(&PACKAGE, "replaceAllString", &[("r", pattern("a+")), ("v", wide), ("t", template)]);
}

#[test]
fn split() {
    let split = |text: &str, value: &str, most: i64, expected: &[&str]| {
        let named = [("r", pattern(text)), ("v", value.into()), ("i", most.into())];
        let found = call(&PACKAGE, "splitRegexp", &named);
        assert_eq!(shown(&found), shown(&Ok(array(expected.iter().copied()))), "{text} {value} {most}");
    };
    split(",", "a,b,c", 2, &["a", "b,c"]);
    split(",", "a,b,c", 1, &["a,b,c"]);
    split(",", "a,b,c", 0, &[]);
    split(";", "a,b", -1, &["a,b"]);
    split("x*", "abc", -1, &["a", "b", "c"]);
    split("x*", "axbxc", -1, &["a", "b", "c"]);
    split("-", "-a-", -1, &["", "a", ""]);
    split("a", "", -1, &[""]);
    split("b", "abab", 3, &["a", "a", ""]);
}
