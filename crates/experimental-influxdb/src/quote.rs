//! A script's own words in messages: escaped, on one line, and cut.

/// Most characters of a script's word that a message shows, before escaping.
const MOST: usize = 64;

/// Returns `word` in backquotes, with control characters escaped and the end cut off if it is long.
pub(crate) fn quote(word: &str) -> String {
    let mut characters = word.chars();
    let start: String = characters.by_ref().take(MOST).collect();
    let rest = if characters.next().is_some() { "…" } else { "" };
    format!("`{}{rest}`", start.escape_debug())
}
