//! What a terminal obeys or hides, and what is shown in its place.

use std::borrow::Cow;

/// Returns `text` with escapes for the characters that [`misleads`] names; line breaks and tabs stay.
pub fn printable(text: &str) -> Cow<'_, str> {
    escaped(text, |c| misleads(c) && !matches!(c, '\n' | '\t'), |c, shown| shown.extend(c.escape_default()))
}

/// Returns `text` on one line, with escapes for the characters that [`misleads`] names.
pub fn printable_line(text: &str) -> Cow<'_, str> {
    escaped(text, misleads, |c, shown| shown.extend(c.escape_default()))
}

/// Returns a JSON document with escapes of JSON's for the characters that [`misleads`] names: it means the same. Line breaks
/// and tabs stay, which stand between values only.
pub fn printable_json(document: &str) -> Cow<'_, str> {
    let escape = |c: char, shown: &mut String| {
        shown.extend(c.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")));
    };
    escaped(document, |c| misleads(c) && !matches!(c, '\n' | '\t' | '\r'), escape)
}

/// Tells whether a character moves the cursor, changes the direction of the text, breaks a line, or has no width.
pub fn misleads(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}'
                | '\u{61c}'
                | '\u{180e}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e0fff}'
        )
}

fn escaped(text: &str, must: impl Fn(char) -> bool, escape: impl Fn(char, &mut String)) -> Cow<'_, str> {
    let Some(first) = text.find(&must) else { return text.into() };
    let (plain, rest) = text.split_at(first);
    let mut shown = String::with_capacity(text.len() + 16);
    shown.push_str(plain);
    for c in rest.chars() {
        if must(c) { escape(c, &mut shown) } else { shown.push(c) }
    }
    shown.into()
}

#[cfg(test)]
mod tests;
