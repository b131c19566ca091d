//! `fluxlet explain`: what a code of a diagnostic means, with an example and how to mend it.

use fluxlet::explain;

use crate::arguments::ExplainArguments;
use crate::difference::likeness;
use crate::failure::Failure;
use crate::output;

/// How much of a code must be right for it to be proposed.
const LIKE: f32 = 0.6;

/// Most codes that are proposed.
const MOST: usize = 3;

/// Prints the page of a code, or the list of codes.
///
/// # Errors
/// If there is no such code, or the output cannot be written.
pub(crate) fn explain(arguments: &ExplainArguments) -> Result<(), Failure> {
    let Some(code) = &arguments.code else { return output::write_text(&list()) };
    match explain::explain(code) {
        Some(page) => output::write_text(page),
        None => Err(Failure::usage(unknown(code))),
    }
}

/// Returns each code with the title of its page.
fn list() -> String {
    let width = explain::codes().map(str::len).max().unwrap_or_default();
    let line = |code: &str| {
        let first = explain::explain(code).and_then(|page| page.lines().next()).unwrap_or_default();
        let title = first.split_once(": ").map_or(first, |(_, title)| title);
        format!("{code:width$}  {title}\n")
    };
    explain::codes().map(line).collect()
}

fn unknown(code: &str) -> String {
    let ratio = |known: &str| likeness(known, code);
    let mut like: Vec<&str> = explain::codes().filter(|known| ratio(known) >= LIKE).collect();
    like.sort_by(|a, b| ratio(b).total_cmp(&ratio(a)));
    like.truncate(MOST);
    let like: Vec<String> = like.iter().map(|known| format!("`{known}`")).collect();
    let code: String = code.chars().take(60).flat_map(char::escape_debug).collect();
    match like.as_slice() {
        [] => format!("there is no code `{code}`; `fluxlet explain` lists all"),
        like => format!("there is no code `{code}`; did you mean {}?", like.join(" or ")),
    }
}
