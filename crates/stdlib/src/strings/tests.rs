//! Calls of the package's functions, with what they show.

use fluxlet_runtime::{Nature, Value};

use super::PACKAGE;
use crate::testing::{array, call, check, check_exhausted, shown};

/// Checks a function of one text.
fn of(name: &str, text: &str, expected: &str) {
    check(&PACKAGE, name, &[("v", text.into())], expected);
}

/// Checks a function of two texts, the second called `other`.
fn with(name: &str, text: &str, other: &str, value: &str, expected: &str) {
    check(&PACKAGE, name, &[("v", text.into()), (other, value.into())], expected);
}

#[test]
fn case() {
    for (name, text, expected) in [
        ("title", "every good boy does fine", "Every Good Boy Does Fine"),
        ("title", "mcDonald's iPHONE", "McDonald'S IPHONE"),
        ("title", "3rd floor b2b c_d", "3rd Floor B2b C_d"),
        ("title", "one\u{a0}two a—b é", "One\u{a0}Two A—b É"),
        ("title", "ǆungla ǉubav", "ǅungla ǈubav"),
        ("title", "", ""),
        ("toUpper", "straße ÿ მზე ŉ", "STRAßE Ÿ ᲛᲖᲔ ŉ"),
        ("toUpper", "ᾳİıﬀ", "ᾼİIﬀ"),
        ("toLower", "ΟΔΟΣ K STRAẞE İ", "οδοσ k straße i"),
        ("toTitle", "ǆ ǉ ǌ weiß მზე", "ǅ ǈ ǋ WEIß მზე"),
    ] {
        of(name, text, expected);
    }
    for (left, right, expected) in [
        ("GoPher", "gOpHER", "true"),
        ("straße", "STRASSE", "false"),
        ("k", "\u{212a}", "true"),
        ("ς", "Σ", "true"),
        ("ß", "ẞ", "true"),
        ("ſ", "S", "true"),
        ("ı", "I", "false"),
        ("İ", "i", "false"),
        ("", "", "true"),
        ("a", "ab", "false"),
    ] {
        with("equalFold", left, "t", right, expected);
    }
}

#[test]
fn trims() {
    with("trim", "..^.mid.dle.^..", "cutset", ".^", "mid.dle");
    with("trim", "abc-def", "cutset", "a-f", "bc-de");
    with("trim", "zzzz", "cutset", "z", "");
    with("trimLeft", "00012000", "cutset", "0", "12000");
    with("trimLeft", "  a", "cutset", "", "  a");
    with("trimRight", "00012000", "cutset", "0", "00012");
    with("trimPrefix", "ababab", "prefix", "ab", "abab");
    with("trimPrefix", "a", "prefix", "ab", "a");
    with("trimSuffix", "report.csv", "suffix", ".csv", "report");
    of("trimSpace", " \t\n  in side \u{85}\u{3000}", "in side");
    of("trimSpace", "\u{200b}x", "\u{200b}x");
}

#[test]
fn searches() {
    with("hasPrefix", "turbine-7", "prefix", "turb", "true");
    with("hasPrefix", "a", "prefix", "aa", "false");
    with("hasSuffix", "turbine-7", "suffix", "-7", "true");
    with("containsStr", "", "substr", "", "true");
    with("containsStr", "haystack", "substr", "sta", "true");
    with("containsAny", "rhythm", "chars", "aeiou", "false");
    with("containsAny", "golf", "chars", "xyzf", "true");
    with("containsAny", "", "chars", "", "false");
    with("compare", "Zoo", "t", "aardvark", "-1");
    with("compare", "é", "t", "z", "1");
    with("compare", "kiwi", "t", "kiwi", "0");
    with("countStr", "héllo", "substr", "", "6");
    with("countStr", "banana", "substr", "ana", "1");
    with("index", "ñandú", "substr", "dú", "4");
    with("index", "abc", "substr", "x", "-1");
    with("indexAny", "golf", "chars", "", "-1");
    with("indexAny", "golf", "chars", "fl", "2");
    with("lastIndex", "go gopher go", "substr", "go", "10");
    with("lastIndex", "abc", "substr", "", "3");
    with("lastIndexAny", "keep it simple", "chars", "ei", "13");
    with("lastIndexAny", "keep", "chars", "z", "-1");
}

#[test]
fn single_bytes() {
    of("isDigit", "7", "true");
    of("isDigit", "x", "false");
    of("isLetter", "%", "false");
    of("isLower", "q", "true");
    of("isUpper", "Q", "true");
    for text in ["", "ab", "é"] {
        of("isLetter", text, "error: \"v\" is not a valid argument: argument length is not equal to 1");
    }
}

#[test]
fn replaces() {
    let replace = |text: &str, old: &str, new: &str, most: i64, expected: &str| {
        let named = [("v", text.into()), ("t", old.into()), ("u", new.into()), ("i", most.into())];
        check(&PACKAGE, "replace", &named, expected);
    };
    replace("oink oink oink", "oink", "moo", 2, "moo moo oink");
    replace("oink oink oink", "k", "ky", -1, "oinky oinky oinky");
    replace("añb", "", "-", -1, "-a-ñ-b-");
    replace("abc", "", "-", 2, "-a-bc");
    replace("abc", "b", "x", 0, "abc");
    let named = [("v", Value::from("a-b-c")), ("t", "-".into()), ("u", "--".into())];
    check(&PACKAGE, "replaceAll", &named, "a--b--c");
}

#[test]
fn repeats_within_memory() {
    let repeat = |text: &str, count: i64| [("v", Value::from(text)), ("i", Value::from(count))];
    check(&PACKAGE, "repeat", &repeat("na", 3), "nanana");
    check(&PACKAGE, "repeat", &repeat("", i64::MAX), "");
    check(&PACKAGE, "repeat", &repeat("na", -1), "error: argument `i` must not be negative, found -1");
    check_exhausted(&PACKAGE, "repeat", &repeat("na", i64::MAX));
    check_exhausted(&PACKAGE, "repeat", &repeat("na", 1 << 40));
    let wide: Value = "x".repeat(1 << 16).into();
    check_exhausted(&PACKAGE, "replaceAll", &[("v", wide.clone()), ("t", "x".into()), ("u", wide.clone())]);
    let many = array(std::iter::repeat_n("x", 1 << 16));
    check_exhausted(&PACKAGE, "joinStr", &[("arr", many), ("v", wide)]);
}

#[test]
fn splits() {
    let pieces = |name: &str, text: &str, at: &str, expected: &[&str]| {
        let found = call(&PACKAGE, name, &[("v", text.into()), ("t", at.into())]);
        assert_eq!(shown(&found), shown(&Ok(array(expected.iter().copied()))), "{name} {text:?} {at:?}");
    };
    pieces("split", "red,green,blue", ",", &["red", "green", "blue"]);
    pieces("split", "aéb", "", &["a", "é", "b"]);
    pieces("split", "", "", &[]);
    pieces("split", "", ",", &[""]);
    pieces("split", "abc", ";", &["abc"]);
    pieces("split", ",a,,b,", ",", &["", "a", "", "b", ""]);
    pieces("splitAfter", "red,green,", ",", &["red,", "green,", ""]);
    pieces("splitAfter", "abc", "", &["a", "b", "c"]);
    let limited = |name: &str, text: &str, at: &str, most: i64, expected: &[&str]| {
        let found = call(&PACKAGE, name, &[("v", text.into()), ("t", at.into()), ("i", most.into())]);
        assert_eq!(shown(&found), shown(&Ok(array(expected.iter().copied()))), "{name} {text:?} {at:?} {most}");
    };
    limited("splitN", "k=v=w", "=", 2, &["k", "v=w"]);
    limited("splitN", "a,b", ",", 0, &[]);
    limited("splitN", "a,b,c", ",", -1, &["a", "b", "c"]);
    limited("splitN", "abcd", "", 2, &["a", "bcd"]);
    limited("splitN", "abcd", "", 0, &[]);
    limited("splitN", "a,b", ",", 50, &["a", "b"]);
    limited("splitAfterN", "k=v=w", "=", 2, &["k=", "v=w"]);
    limited("splitAfterN", "k=v=w", "=", 0, &[]);
    limited("splitAfterN", "k=v=w", "=", -3, &["k=", "v=", "w"]);
}

#[test]
fn joins() {
    let join = |elements: Value, separator: &str, expected: &str| {
        check(&PACKAGE, "joinStr", &[("arr", elements), ("v", separator.into())], expected);
    };
    join(array(["x", "y", "z"]), "+", "x+y+z");
    join(array(["", "", ""]), ",", ",,");
    join(array::<&str>([]), ",", "");
    join(
        array([Value::from("a"), Value::NULL]),
        ",",
        "error: element 1 of argument `arr` must be a string, found null",
    );
}

#[test]
fn code_points() {
    of("strlen", "👨‍👩‍👧", "5");
    of("strlen", "", "0");
    let substring = |text: &str, start: i64, end: i64, expected: &str| {
        let named = [("v", text.into()), ("start", start.into()), ("end", end.into())];
        check(&PACKAGE, "substring", &named, expected);
    };
    substring("naïve", 2, 4, "ïv");
    substring("abc", 9, 12, "");
    substring("abc", 9, 1, "");
    substring("abc", 2, 1, "");
    substring("abc", -3, -1, "");
    substring("abc", -3, 2, "ab");
    substring("abc", i64::MIN, i64::MAX, "abc");
}

#[test]
fn nulls_are_named() {
    let null = || Value::Null(Some(Nature::String));
    check(&PACKAGE, "toTitle", &[("v", null())], "error: argument `v` is null, it must be a string");
    let named = [("v", Value::from("a")), ("t", null())];
    check(&PACKAGE, "equalFold", &named, "error: argument `t` is null, it must be a string");
}
