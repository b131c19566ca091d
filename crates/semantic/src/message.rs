//! What goes wrong between types, in words.

use ecow::EcoString;
use fluxlet_runtime::types::{Kind, Type};
use fluxlet_syntax::{Diagnostic, Span, Stage};

use crate::table::{Table, TypeId};
use crate::unify::Mismatch;

/// Turns a mismatch into a diagnostic at `span`.
pub(crate) fn diagnostic(table: &mut Table, mismatch: &Mismatch, span: Span) -> Diagnostic {
    let mut place = Vec::new();
    let mut at = mismatch;
    loop {
        match at {
            Mismatch::Field(label, inner) => {
                place.push(format!("in field `{label}`"));
                at = inner;
            }
            Mismatch::Argument(name, inner) => {
                place.push(format!("in argument `{name}`"));
                at = inner;
            }
            Mismatch::Result(inner) => {
                place.push("in the result".to_owned());
                at = inner;
            }
            _ => break,
        }
    }
    let problem = bare(table, at, span);
    if place.is_empty() {
        problem
    } else {
        Diagnostic { message: format!("{} {}", problem.message, place.join(" ")), ..problem }
    }
}

fn bare(table: &mut Table, mismatch: &Mismatch, span: Span) -> Diagnostic {
    let problem = |code, message: String| Diagnostic::new(Stage::Check, code, span, message);
    match mismatch {
        Mismatch::Types { expected, found } => {
            let message = format!("expected {}, found {}", named(table, *expected), named(table, *found));
            let problem = problem("type-mismatch", message);
            match conversion(table, *expected, *found) {
                Some(help) => problem.help(help),
                None => problem,
            }
        }
        Mismatch::Kind { ty, kind } => {
            let message = format!("{} {}", named(table, *ty), lacks(*kind));
            problem("kind-mismatch", message).note(format!("the type is not {}", kind.as_str()))
        }
        Mismatch::MissingLabel(label) => problem("missing-field", format!("the record has no field `{label}`")),
        Mismatch::ExtraLabel(label) => {
            problem("unexpected-field", format!("the record has a field `{label}` that is not expected"))
        }
        Mismatch::MissingArgument(name) => problem("missing-argument", format!("missing required argument `{name}`")),
        Mismatch::ExtraArgument { name, known } => {
            let problem = problem("unexpected-argument", format!("unexpected argument `{name}`"));
            match (similar(name, known.iter()), known.as_slice()) {
                (Some(similar), _) => problem.help(format!("did you mean `{similar}`?")),
                (None, []) => problem,
                (None, known) => problem.help(format!("still to be given: {}", list(known))),
            }
        }
        Mismatch::MissingPipe => problem("missing-pipe-argument", "the function takes no piped value".to_owned()),
        Mismatch::PipeName { expected, found } => {
            problem("pipe-argument-name", format!("expected the piped argument `{expected}`, found `{found}`"))
        }
        Mismatch::Recursive => {
            problem("recursive-type", "the type would contain itself; recursion is not supported".to_owned())
        }
        Mismatch::TooDeep => problem("type-too-large", "the types are nested too deep".to_owned()),
        Mismatch::Field(_, inner) | Mismatch::Argument(_, inner) | Mismatch::Result(inner) => bare(table, inner, span),
    }
}

/// Returns a type in backquotes, with the word for its shape where the text does not tell.
fn named(table: &mut Table, id: TypeId) -> String {
    let scheme = table.export(id);
    match scheme.ty {
        Type::Record(_) => format!("record `{scheme}`"),
        Type::Function(_) => format!("function `{scheme}`"),
        Type::Array(_) => format!("array `{scheme}`"),
        Type::Dict(_) => format!("dictionary `{scheme}`"),
        _ => format!("`{scheme}`"),
    }
}

/// Returns what a type without `kind` cannot do.
fn lacks(kind: Kind) -> &'static str {
    match kind {
        Kind::Addable => "cannot be added with `+`",
        Kind::Subtractable => "cannot be subtracted with `-`",
        Kind::Divisible => "cannot be used with `*`, `/`, `%` or `^`",
        Kind::Numeric => "is not a number",
        Kind::Comparable => "cannot be ordered",
        Kind::Equatable => "cannot be compared with `==` or `!=`",
        Kind::Nullable => "has no null",
        Kind::Record => "is not a record",
        Kind::Negatable => "has no sign to change",
        Kind::Timeable => "is neither a time nor a duration",
        Kind::Stringable => "cannot stand in a string",
        Kind::Basic => "is not a basic type",
        Kind::Label => "is not a label",
    }
}

/// Returns which conversion would make `found` an `expected`.
fn conversion(table: &mut Table, expected: TypeId, found: TypeId) -> Option<String> {
    use fluxlet_runtime::types::Basic::{Bytes, Dynamic, Regexp};
    let (Type::Basic(expected), Type::Basic(_)) = (table.export(expected).ty, table.export(found).ty) else {
        return None;
    };
    (!matches!(expected, Regexp | Dynamic)).then(|| match expected {
        Bytes => "convert a string with `bytes(v: …)`".to_owned(),
        expected => format!("convert it with `{}(v: …)`", expected.as_str()),
    })
}

fn list(names: &[EcoString]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

/// Returns the name most like `name`, if one is like it at all.
pub(crate) fn similar<'a>(name: &str, known: impl Iterator<Item = &'a EcoString>) -> Option<&'a EcoString> {
    let most = name.chars().count() / 3 + 1;
    known
        .filter(|other| other.len() < 64 && name.len() < 64)
        .map(|other| (distance(name, other), other))
        .filter(|(distance, other)| *distance <= most && *distance < other.chars().count())
        .min()
        .map(|(_, other)| other)
}

/// Returns how many characters must be put in, left out or replaced to turn `a` into `b`, whatever their case.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.to_lowercase().chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, a) in a.to_lowercase().chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, b) in b.iter().enumerate() {
            let replaced = diagonal + usize::from(a != *b);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(row[j + 1] + 1);
        }
    }
    row.last().copied().unwrap_or_default()
}
