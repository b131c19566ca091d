//! Makes what a network sends JSON text that a strict parser takes, as Go does: what is no Unicode becomes U+FFFD.

use std::borrow::Cow;

use fluxlet_runtime::{Result, Run};

use crate::charge;

/// Returns the text, with bytes that are no UTF-8, and escaped halves of surrogate pairs, replaced by U+FFFD.
///
/// # Errors
/// `resource exhausted` if a copy has to be made and there is no memory for it.
pub(super) fn mend<'a>(run: &Run, bytes: &'a [u8]) -> Result<Cow<'a, str>> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => {
            // Each byte may become the three of U+FFFD.
            charge::product(run, bytes.len(), 3, 0)?;
            String::from_utf8_lossy(bytes)
        }
    };
    Ok(match mend_surrogates(run, &text)? {
        Some(mended) => Cow::Owned(mended),
        None => text,
    })
}

/// Returns the text without lone surrogates; `None` if it has none.
fn mend_surrogates(run: &Run, text: &str) -> Result<Option<String>> {
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
        if mended.is_none() {
            charge::bytes(run, text.len())?;
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
    Ok(mended)
}

/// Reads `\uXXXX` at `at`.
fn code_unit(text: &str, at: usize) -> Option<u16> {
    let digits = text.get(at..at + 6)?.strip_prefix("\\u")?;
    digits.bytes().all(|byte| byte.is_ascii_hexdigit()).then(|| u16::from_str_radix(digits, 16).ok()).flatten()
}
