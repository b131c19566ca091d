//! Texts and what is shown of them.

use super::*;

#[track_caller]
fn check(text: &str, shown: &str, line: &str, json: &str) {
    assert_eq!((&*printable(text), &*printable_line(text), &*printable_json(text)), (shown, line, json));
}

#[test]
fn what_shows_stays() {
    for text in ["", "plain `text`, näher", "\"a\\b\" 日本 🟥", "e\u{301}"] {
        check(text, text, text, text);
    }
}

#[test]
fn what_misleads_is_escaped() {
    check("two\nlines\tand", "two\nlines\tand", r"two\nlines\tand", "two\nlines\tand");
    check("\x1b[31mred\u{9b}", r"\u{1b}[31mred\u{9b}", r"\u{1b}[31mred\u{9b}", r"\u001b[31mred\u009b");
    check("a\u{7f}\u{85}", r"a\u{7f}\u{85}", r"a\u{7f}\u{85}", r"a\u007f\u0085");
    assert_eq!(printable("a\rb"), r"a\rb");
    for c in "\u{202a}\u{202e}\u{2066}\u{2069}\u{200e}\u{200f}\u{61c}\u{2028}\u{feff}\u{ad}\u{200b}\u{180e}".chars() {
        let (word, code) = (format!("a{c}b"), u32::from(c));
        let shown = format!("a\\u{{{code:x}}}b");
        check(&word, &shown, &shown, &format!("a\\u{code:04x}b"));
    }
    // Beyond 16 bits JSON has two escapes.
    check("\u{e0041}", r"\u{e0041}", r"\u{e0041}", r"\udb40\udc41");
}
