//! The formatter: prints a tree in the layout of `flux fmt`.
//!
//! What is printed is the text's own tokens in their order: only redundant parentheses and last commas come and go.
//! Names, strings, numbers and times stay as they are written.

mod collection;
mod comment;
mod document;
mod expression;
mod function;
mod list;
mod literal;
mod operator;
mod statement;
mod types;

use document::Documents;

use crate::ast::{Comment, File};
use crate::{Diagnostic, Limits, Source, Span, Stage, parse};

/// Returns the text in the standard layout: lines of up to 100 columns, indented by 4, the last one ended.
///
/// The result means the same, has the same comments, and formatting it again changes nothing.
///
/// # Errors
///
/// Returns what is wrong with the text if it is not Flux, or `nested-too-deep` if it would be past the limits with the
/// parentheses that the layout adds.
pub fn format(source: &Source, limits: &Limits) -> Result<String, Vec<Diagnostic>> {
    let parsed = parse(source, limits);
    if !parsed.diagnostics.is_empty() {
        return Err(parsed.diagnostics);
    }
    let formatted = Source::new(source.name(), format_file(&parsed.file, source));
    let Some(problem) = parse(&formatted, limits).diagnostics.into_iter().next() else {
        return Ok(formatted.text().to_owned());
    };
    let place = Span::new(0, source.text().lines().next().map_or(0, str::len) as u32);
    let (code, message) = match problem.code {
        "nested-too-deep" => {
            (problem.code, "the program is nested too deep for the parentheses of the standard layout")
        }
        _ => ("internal", "the formatter has no layout for this program that would mean the same"),
    };
    Err(vec![Diagnostic::new(Stage::Parse, code, place, message)])
}

/// Returns the text of `file`, which was parsed from `source` without problems.
fn format_file(file: &File, source: &Source) -> String {
    let mut formatter = Formatter {
        source,
        all_comments: &file.comments,
        comments: &file.comments,
        docs: Documents::new(),
        fewest_parens: false,
    };
    let file = formatter.file(file);
    formatter.docs.print(file)
}

/// Makes a document of a tree.
struct Formatter<'a> {
    source: &'a Source,
    /// All comments.
    all_comments: &'a [Comment],
    /// The comments that no document has yet.
    comments: &'a [Comment],
    docs: Documents<'a>,
    /// Whether parentheses are added only where the text would mean something else without them.
    fewest_parens: bool,
}

impl<'a> Formatter<'a> {
    fn text_of(&self, span: Span) -> &'a str {
        self.source.slice(span)
    }
}

#[cfg(test)]
mod tests;
