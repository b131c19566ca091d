//! Tests of the whole way from text to tree and diagnostics.

mod depth;
mod edits;
mod errors;
mod recovery;
mod trees;

use crate::{Limits, Parsed, Source, parse};

/// Parses a text with the limits that everybody uses.
fn parsed(text: &str) -> Parsed {
    parse(&Source::new("main", text), &Limits::default())
}
