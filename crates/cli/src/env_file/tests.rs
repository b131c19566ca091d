//! Texts of environment files, and what they hold.
use super::*;

/// Checks the entries of a text, written as `key=value` and joined by `|`.
fn check(text: &str, expected: &str) {
    let found = match parse(text) {
        Ok(entries) => entries.iter().map(|(key, value)| format!("{key}={value}")).collect::<Vec<_>>().join("|"),
        Err((line, problem)) => format!("{line}: {problem}"),
    };
    assert_eq!(found, expected, "of {text:?}");
}

#[test]
fn entries() {
    check("", "");
    check("A=1\n\n# note\nB=2", "A=1|B=2");
    check("A=1\r\nB=2\r\n", "A=1|B=2");
    check("\u{feff}A=1", "A=1");
    check("export A=1\nexported=2", "A=1|exported=2");
    check("A = spaced out  ", "A=spaced out");
    check("A=", "A=");
    check("A=1\nA=2", "A=2");
    check("A=a=b==", "A=a=b==");
    check("A=x#y # note", "A=x#y");
    check("A= # note", "A=");
    check("A=it's", "A=it's");
    check("A=' # kept \\n '  # note", "A= # kept \\n ");
    check("A=\"say \\\"hi\\\"\\n\\$1\"", "A=say \"hi\"\n$1");
}

#[test]
fn mistakes() {
    check("A=1\nsecret", "2: expected KEY=VALUE, found no `=`");
    check("=1", "1: a key starts with a letter or `_`, and holds letters, digits, `_`, `.` and `-`");
    check("a b=1", "1: a key starts with a letter or `_`, and holds letters, digits, `_`, `.` and `-`");
    check("A='x", "1: the closing quote is missing");
    check("A=\"x", "1: the closing quote is missing");
    check("A='x' y", "1: something follows the closing quote");
    check("A=\"\\q\"", "1: only `\\n`, `\\r`, `\\t`, `\\\"`, `\\$` and `\\\\` are known after a backslash");
}
