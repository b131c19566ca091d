//! Patterns of Go's dialect, and what they match.

use super::Regexp;

#[track_caller]
fn check(pattern: &str, matching: &[&str], other: &[&str]) {
    let regexp = Regexp::new(pattern).unwrap();
    for text in matching {
        assert!(regexp.is_match(text).unwrap(), "/{pattern}/ matches {text:?}");
    }
    for text in other {
        assert!(!regexp.is_match(text).unwrap(), "/{pattern}/ does not match {text:?}");
    }
}

/// No search visits more states at more bytes than can be waited for.
#[test]
fn the_work_of_a_search_is_bounded() {
    let check = |pattern: &str, bytes: usize, fits: bool| {
        let checked = Regexp::new(pattern).unwrap().check_work(&"a".repeat(bytes));
        assert_eq!(checked.is_ok(), fits, "/{pattern}/ and {bytes} bytes: {checked:?}");
    };
    check(r"\n", 100 << 20, true);
    check(r"[a-z]+@[a-z]+\.com", 30 << 20, true);
    check(r"[ab]*a[ab]{500}c", 1 << 20, true);
    check(r"[ab]*a[ab]{500}c", 4 << 20, false);
    check(r"[ab]*a(?:[ab]{900}|[ac]{900}|[ad]{900}){4}", 1 << 20, false);
    check(r"[ab]*a(?:[ab]{900}|[ac]{900}|[ad]{900}){4}", super::SHORT, true);
}

#[test]
fn classes_are_ascii() {
    check(r"^\d$", &["3"], &["٣"]);
    check(r"^\w+$", &["a_1"], &["é"]);
    check(r"^[\d\s]+$", &["1 2"], &["\u{a0}"]);
    check(r"^[^\D]$", &["7"], &["x"]);
    check(r"\bcat\b", &["a cat", "écaté cat"], &["cats"]);
}

#[test]
fn set_operations_are_plain_characters() {
    check(r"^[a-z&&[^aeiou]]$", &["b]", "&]"], &["b"]);
    check(r"^[a-d--b]+$", &["a", "-", "A"], &["z"]);
    check(r"^[a~~b]+$", &["a~b"], &["c"]);
    check(r"^[]a-]+$", &["]a-"], &["b"]);
    check(r"^[[:alpha:]_]+$", &["a_"], &["1"]);
}

#[test]
fn quotes_and_octal_escapes_are_known() {
    check(r"^\Qa.b\E$", &["a.b"], &["axb"]);
    check(r"^\101\07?$", &["A"], &["B"]);
    check(r"a\/b\-c", &["a/b-c"], &[]);
}

#[test]
fn braces_without_a_count_are_plain_characters() {
    check(r"\b{start}a", &["x{start}a"], &["a"]);
    check(r"^a{,2}$", &["a{,2}"], &["aa"]);
    check(r"^a{2,3}?$", &["aa", "aaa"], &["a"]);
    check(r"^{$", &["{"], &[]);
}

#[test]
fn what_go_does_not_know_is_refused() {
    for pattern in [
        r"\u{e9}",
        r"\1",
        r"\Z",
        r"(?=a)",
        r"[a",
        r"\",
        r"a**",
        r"a*+",
        r"a{2}{3}",
        r"a{1001}",
        r"a*??",
        r"a{99999999999}",
    ] {
        assert!(Regexp::new(pattern).is_err(), "{pattern}");
    }
}
