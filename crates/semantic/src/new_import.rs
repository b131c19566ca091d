//! Where one more import goes.

use fluxlet_syntax::ast::File;
use fluxlet_syntax::{Edit, Span};

/// Returns the edit of `text`, whose tree `file` is, that imports the package at `path`. If the imports are in the order of
/// their paths it goes where it belongs, else behind the last; in a file without imports it goes below the package clause, or
/// else below the comments at the top.
pub fn new_import(file: &File, text: &str, path: &str) -> Edit {
    let import = format!("import \"{path}\"");
    let imports = &file.imports;
    let is_sorted = imports.is_sorted_by_key(|import| &import.path.value);
    let before = match is_sorted {
        true => imports.partition_point(|import| import.path.value.as_str() < path),
        false => imports.len(),
    };
    let behind = |offset: u32, text: String| Edit { span: Span::at(offset), text };
    match (before.checked_sub(1).and_then(|last| imports.get(last)), imports.first(), &file.package) {
        (Some(last), ..) => behind(line_end(text, last.span.end), format!("\n{import}")),
        (None, Some(first), _) => {
            let start = first.attributes.first().map_or(first.span.start, |attribute| attribute.span.start);
            behind(start, format!("{import}\n"))
        }
        (None, None, Some(clause)) => {
            let end = line_end(text, clause.span.end);
            let gap = if text.get(end as usize..).is_some_and(is_followed_by_gap) { "" } else { "\n" };
            behind(end, format!("\n\n{import}{gap}"))
        }
        (None, None, None) => behind(first_statement(file, text), format!("{import}\n\n")),
    }
}

/// Returns the end of the line of `offset` if nothing but a comment is in between, else `offset`.
fn line_end(text: &str, offset: u32) -> u32 {
    let rest = text.get(offset as usize..).unwrap_or_default();
    let rest = rest.lines().next().unwrap_or_default();
    let is_free = rest.trim().is_empty() || rest.trim_start().starts_with("//");
    if is_free { offset + rest.len() as u32 } else { offset }
}

/// Tells whether nothing or an empty line follows the end of a line.
fn is_followed_by_gap(rest: &str) -> bool {
    rest.lines().nth(1).is_none_or(|line| line.trim().is_empty())
}

/// Returns the start of the first statement, or of the comment right above it.
fn first_statement(file: &File, text: &str) -> u32 {
    let Some(first) = file.statements.first() else { return text.len() as u32 };
    let mut start = first.attributes.first().map_or(first.span.start, |attribute| attribute.span.start);
    while let Some(above) = text.get(..start as usize).and_then(|before| before.strip_suffix('\n')) {
        let line = above.rsplit('\n').next().unwrap_or_default();
        if !line.starts_with("//") {
            break;
        }
        start = (above.len() - line.len()) as u32;
    }
    start
}

#[cfg(test)]
mod tests;
