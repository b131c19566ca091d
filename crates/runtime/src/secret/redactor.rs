//! Secrets taken out of texts, however they are written there.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt;
use std::iter;
use std::ops::Range;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use base64::Engine;
use base64::engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD};

use percent_encoding::percent_decode;

use super::Token;
/// Shortest secret that is looked for, in bytes: a shorter one would be found in ordinary words and numbers.
const SHORTEST: usize = 6;

/// Most bytes of a form that are compared; what follows, as long as the form is, goes with them.
const COMPARED: usize = 256;

/// Knows secrets and replaces them in texts by [`Redactor::MARK`].
///
/// A secret is found in capital and small letters, with white space around it or without, and as JSON, Rust, URLs,
/// hexadecimal digits and base64 (also as a part of something larger) write it. One of less than 6 bytes is not looked
/// for. What a script makes of a secret, such as a part of it, is not found.
///
/// Clones share what they know.
///
/// ```
/// use fluxlet_runtime::Redactor;
///
/// let redactor = Redactor::new();
/// redactor.add("correct horse");
/// assert_eq!(redactor.redact("it said: correct horse!"), "it said: [secret]!");
/// assert_eq!(redactor.redact("?q=correct%20horse"), "?q=[secret]");
/// ```
#[derive(Clone, Default)]
pub struct Redactor(Arc<Mutex<Known>>);

#[derive(Default)]
struct Known {
    secrets: BTreeSet<Box<str>>,
    /// Made when it is needed first, after each secret that is new.
    search: Option<Arc<Search>>,
}

struct Search {
    /// None if it would be too large: then every text counts as secret.
    automaton: Option<AhoCorasick>,
    /// How long the form is that begins as the pattern does.
    lengths: Vec<usize>,
}

impl Redactor {
    /// What stands in the place of a secret.
    pub const MARK: &str = "[secret]";

    /// Returns a redactor that knows no secrets.
    pub fn new() -> Self {
        Self::default()
    }

    /// Makes a secret known; one of less than 6 bytes, without white space around it, is not.
    pub fn add(&self, secret: &str) {
        let secret = secret.trim();
        let mut known = self.known();
        if secret.len() >= SHORTEST && !known.secrets.contains(secret) {
            known.secrets.insert(secret.into());
            known.search = None;
        }
    }

    /// Makes a token known.
    pub fn add_token(&self, token: &Token) {
        self.add(token.text());
    }

    /// Tells whether no secret is known, so that nothing is replaced.
    pub fn is_empty(&self) -> bool {
        self.known().secrets.is_empty()
    }

    /// Returns `text` without the secrets, in a time that grows with its length. The text has to be whole: of a secret
    /// that is cut at its end, the rest stays.
    pub fn redact<'a>(&self, text: &'a str) -> Cow<'a, str> {
        match self.redact_bytes(text.as_bytes()) {
            Cow::Borrowed(_) => text.into(),
            Cow::Owned(bytes) => String::from_utf8_lossy(&bytes).into_owned().into(),
        }
    }

    /// Returns `bytes` without the secrets, as [`Redactor::redact`] does.
    pub fn redact_bytes<'a>(&self, bytes: &'a [u8]) -> Cow<'a, [u8]> {
        let Some(search) = self.search() else { return bytes.into() };
        let spans = search.spans(bytes);
        if spans.is_empty() {
            return bytes.into();
        }
        let mut redacted = Vec::with_capacity(bytes.len());
        let mut from = 0;
        for span in spans {
            redacted.extend_from_slice(bytes.get(from..span.start).unwrap_or_default());
            redacted.extend_from_slice(Self::MARK.as_bytes());
            from = span.end;
        }
        redacted.extend_from_slice(bytes.get(from..).unwrap_or_default());
        redacted.into()
    }

    fn search(&self) -> Option<Arc<Search>> {
        let mut known = self.known();
        if known.secrets.is_empty() {
            return None;
        }
        if known.search.is_none() {
            known.search = Some(Arc::new(Search::new(&known.secrets)));
        }
        known.search.clone()
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Search {
    fn new(secrets: &BTreeSet<Box<str>>) -> Self {
        let forms: BTreeSet<String> = secrets.iter().flat_map(|secret| forms(secret)).collect();
        let patterns = forms.iter().map(|form| start(form));
        // Tables for each state would be large for long secrets.
        let automaton = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .match_kind(MatchKind::Standard)
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .build(patterns)
            .ok();
        Self { automaton, lengths: forms.iter().map(String::len).collect() }
    }

    /// Returns where secrets stand, in order and apart.
    fn spans(&self, text: &[u8]) -> Vec<Range<usize>> {
        let spans = self.find(text);
        if !text.contains(&b'%') {
            return spans;
        }
        // Which characters are escaped differs from encoder to encoder.
        let decoded: Vec<u8> = percent_decode(text).collect();
        let mut both = encoded(text, self.find(&decoded));
        both.extend(spans);
        both.sort_unstable_by_key(|span| span.end);
        apart(both)
    }

    /// Returns where patterns stand, in order and apart.
    fn find(&self, text: &[u8]) -> Vec<Range<usize>> {
        let Some(automaton) = &self.automaton else { return iter::once(0..text.len()).collect() };
        apart(automaton.find_overlapping_iter(text).map(|found| {
            let length = self.lengths.get(found.pattern().as_usize()).copied().unwrap_or_default();
            let mut span = found.start()..(found.start() + length).clamp(found.end(), text.len());
            while text.get(span.end).is_some_and(|byte| byte & 0xc0 == 0x80) {
                span.end += 1;
            }
            span
        }))
    }
}

impl fmt::Debug for Redactor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Redactor({} secrets)", self.known().secrets.len())
    }
}

/// Joins spans that touch. They come in the order of their ends, but for those that were made longer.
fn apart(spans: impl IntoIterator<Item = Range<usize>>) -> Vec<Range<usize>> {
    let mut apart: Vec<Range<usize>> = Vec::new();
    for mut span in spans {
        while let Some(last) = apart.pop_if(|last| last.end >= span.start) {
            span = last.start.min(span.start)..last.end.max(span.end);
        }
        apart.push(span);
    }
    apart
}

/// Returns where the `spans` of the percent-decoded text, which are in order and apart, stand in the text itself.
fn encoded(text: &[u8], spans: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let (mut at, mut decoded) = (0, 0);
    let mut place = |offset: usize| {
        while decoded < offset {
            at += if starts_escape(text, at) { 3 } else { 1 };
            decoded += 1;
        }
        at
    };
    spans.into_iter().map(|span| place(span.start)..place(span.end)).collect()
}

fn starts_escape(text: &[u8], at: usize) -> bool {
    matches!(text.get(at..at + 3), Some([b'%', digits @ ..]) if digits.iter().all(u8::is_ascii_hexdigit))
}

/// Returns how a secret may be written, in small letters. Of URLs only the `+` of a query: the rest is decoded.
fn forms(secret: &str) -> Vec<String> {
    let mut forms = vec![
        secret.to_owned(),
        secret.escape_debug().to_string(),
        secret.escape_default().to_string(),
        json(secret),
        secret.bytes().map(|byte| format!("{byte:02x}")).collect(),
        secret.replace(' ', "+"),
    ];
    for before in 0..3 {
        forms.push(base64(&STANDARD_NO_PAD, before, secret));
        forms.push(base64(&URL_SAFE_NO_PAD, before, secret));
    }
    forms.iter_mut().for_each(|form| form.make_ascii_lowercase());
    forms
}

/// Returns the contents of a JSON string.
fn json(text: &str) -> String {
    let mut json = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '"' | '\\' => json.extend(['\\', character]),
            '\n' | '\r' | '\t' => json.extend(character.escape_default()),
            '\u{8}' => json.push_str("\\b"),
            '\u{c}' => json.push_str("\\f"),
            '\0'..' ' => json.push_str(&format!("\\u{:04x}", u32::from(character))),
            _ => json.push(character),
        }
    }
    json
}

/// Returns the characters of base64 that depend on `secret` alone, if `before` other bytes (modulo 3) stand before it.
fn base64(engine: &impl Engine, before: usize, secret: &str) -> String {
    let bytes = [&b"\0\0"[..before.min(2)], secret.as_bytes()].concat();
    let encoded = engine.encode(&bytes);
    // Of each character six bits count.
    let inside = (before * 8).div_ceil(6)..bytes.len() * 8 / 6;
    encoded.get(inside).unwrap_or_default().to_owned()
}

/// Returns the part of a form that is compared.
fn start(form: &str) -> &str {
    (0..=COMPARED).rev().find_map(|end| form.get(..end.min(form.len()))).unwrap_or(form)
}

#[cfg(test)]
mod tests;
