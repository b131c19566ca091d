//! Makes what a network sends JSON text that a strict parser takes, as Go does: what is no Unicode becomes U+FFFD.

use std::borrow::Cow;

/// Returns the text, with bytes that are no UTF-8, and escaped halves of surrogate pairs, replaced by U+FFFD.
pub(super) fn mend(bytes: &[u8]) -> Cow<'_, str> {
    let text = String::from_utf8_lossy(bytes);
    match mend_surrogates(&text) {
        Some(mended) => Cow::Owned(mended),
        None => text,
    }
}

/// Returns the text without lone surrogates; `None` if it has none.
fn mend_surrogates(text: &str) -> Option<String> {
    let mut mended: Option<String> = None;
    let mut copied = 0;
    let mut at = 0;
    while let Some(found) = text.get(at..).and_then(|rest| rest.find('\\')) {
        let escape = at + found;
        at = escape + 2;
        let Some(unit) = code_unit(text, escape) else { continue };
        if !(0xd800..0xe000).contains(&unit) {
            continue;
        }
        let low = code_unit(text, escape + 6).filter(|low| (0xdc00..0xe000).contains(low));
        if unit < 0xdc00 && low.is_some() {
            at = escape + 12;
            continue;
        }
        let mended = mended.get_or_insert_with(|| String::with_capacity(text.len()));
        mended.push_str(&text[copied..escape]);
        mended.push_str("\\ufffd");
        copied = escape + 6;
        at = copied;
    }
    if let Some(mended) = &mut mended {
        mended.push_str(&text[copied..]);
    }
    mended
}

/// Reads `\uXXXX` at `at`.
fn code_unit(text: &str, at: usize) -> Option<u16> {
    let digits = text.get(at..at + 6)?.strip_prefix("\\u")?;
    digits.bytes().all(|byte| byte.is_ascii_hexdigit()).then(|| u16::from_str_radix(digits, 16).ok()).flatten()
}
