//! What to do about a mistake: conversions, names that may be meant, functions that do what an operator cannot.

use ecow::EcoString;
use fluxlet_runtime::types::{Basic, Kind, ParameterMode};
use fluxlet_syntax::{Diagnostic, Edit, Span};

use crate::table::{Node, Table, TypeId};

/// What stands for the value in question in a piece of code that helps.
const HOLE: char = '…';

/// Gives a problem whose help is a piece of code around the value in question the edits that put it there.
pub(crate) fn wrap(problem: &mut Diagnostic) {
    let Some(help) = problem.help.as_deref().filter(|_| problem.fix.is_empty()) else { return };
    let Some(code) = help.split('`').nth(1) else { return };
    let mut parts = code.split(HOLE);
    if let (Some(before), Some(after), None) = (parts.next(), parts.next(), parts.next()) {
        let edits = [(Span::at(problem.span.start), before), (Span::at(problem.span.end), after)];
        let edits = edits.into_iter().filter(|(_, text)| !text.is_empty());
        problem.fix = edits.map(|(span, text)| Edit { span, text: text.to_owned() }).collect();
    }
}

/// Returns some value of a type, for an argument that is missing.
pub(crate) fn some_value(node: &Node) -> Option<&'static str> {
    Some(match node {
        Node::Basic(Basic::Bool) => "false",
        Node::Basic(Basic::Int) => "0",
        Node::Basic(Basic::UInt) => "uint(v: 0)",
        Node::Basic(Basic::Float) => "0.0",
        Node::Basic(Basic::String) => "\"\"",
        Node::Basic(Basic::Duration) => "0s",
        Node::Basic(Basic::Time) => "now()",
        Node::Basic(Basic::Regexp) => "/./",
        Node::Basic(Basic::Bytes) => "bytes(v: \"\")",
        Node::Array(_) => "[]",
        Node::Dict(..) => "[:]",
        Node::Record(_) => "{}",
        _ => return None,
    })
}

/// Returns how values of two types come to be compared.
pub(crate) fn comparable(left: &Node, right: &Node) -> Option<String> {
    match (left, right) {
        (Node::Basic(Basic::String), Node::Basic(other)) | (Node::Basic(other), Node::Basic(Basic::String)) => {
            basic_conversion(*other, Basic::String).map(|help| help.replace("convert it", "convert the string"))
        }
        (Node::Basic(_), Node::Array(_)) | (Node::Array(_), Node::Basic(_)) => {
            Some("ask whether an array holds a value with `contains(value: …, set: …)`".to_owned())
        }
        _ => None,
    }
}

/// Returns how a value of type `found` becomes an `expected`.
pub(crate) fn conversion(table: &mut Table, expected: TypeId, found: TypeId) -> Option<String> {
    match (table.node(expected), table.node(found)) {
        (Node::Basic(expected), Node::Basic(found)) => basic_conversion(expected, found),
        (_, Node::Function(function)) => {
            let callable = function.parameters.iter().all(|parameter| parameter.mode == ParameterMode::Optional);
            callable.then(|| "call the function: `…()`".to_owned())
        }
        (Node::Dict(..), Node::Record(_)) => Some("write a dictionary: `[\"name\": value]`".to_owned()),
        (Node::Record(_), Node::Dict(..)) => Some("write a record: `{name: value}`".to_owned()),
        (Node::Array(element), _) => {
            alike(table, element, found).then(|| "put it in brackets to make an array: `[…]`".to_owned())
        }
        (Node::Function(_), _) => Some("give a function: `(…) => …`".to_owned()),
        (Node::Basic(Basic::Dynamic), _) => Some("convert it with `dynamic.dynamic(v: …)`".to_owned()),
        (Node::Basic(Basic::Bytes), _) => Some("encode it with `json.encode(v: …)`".to_owned()),
        (Node::Basic(Basic::String), Node::Array(_) | Node::Record(_) | Node::Dict(..)) => {
            Some("turn it into text with `display(v: …)` or `string(v: json.encode(v: …))`".to_owned())
        }
        _ => None,
    }
}

/// Returns how two sides of an operator that needs `kind` can be joined, if converting the right one is not all.
pub(crate) fn join(table: &mut Table, left: TypeId, right: TypeId, kind: Kind) -> Option<String> {
    use Basic::{Duration, Float, Int, String, Time, UInt};
    let (Node::Basic(left), Node::Basic(right)) = (table.node(left), table.node(right)) else { return None };
    match (left, right, kind) {
        (Time | Duration, Time | Duration, Kind::Addable) => Some("use `date.add(d: …, to: …)`".to_owned()),
        (Time | Duration, Time | Duration, Kind::Subtractable) => Some("use `date.sub(d: …, from: …)`".to_owned()),
        (Int | UInt, Float, _) | (_, String, Kind::Addable) => {
            let (first, second) = (basic_conversion(left, right)?, right.as_str());
            Some(format!("{first}, or the other side with `{second}(v: …)`"))
        }
        _ => None,
    }
}

/// Tells whether two types start the same, without changing them.
fn alike(table: &mut Table, a: TypeId, b: TypeId) -> bool {
    match (table.node(a), table.node(b)) {
        (Node::Basic(a), Node::Basic(b)) => a == b,
        (Node::Variable { .. }, _) => true,
        (Node::Record(_), Node::Record(_)) | (Node::Dict(..), Node::Dict(..)) => true,
        (Node::Array(a), Node::Array(b)) => alike(table, a, b),
        _ => false,
    }
}

fn basic_conversion(expected: Basic, found: Basic) -> Option<String> {
    use Basic::{Bool, Bytes, Duration, Dynamic, Float, Int, Regexp, String, Time, UInt};
    let possible = match (expected, found) {
        (Bytes, String) => return Some("convert a string with `bytes(v: …)`".to_owned()),
        (Regexp, String) => return Some("compile it with `regexp.compile(v: …)`, or write `/…/`".to_owned()),
        (Dynamic, _) => return Some("convert it with `dynamic.dynamic(v: …)`".to_owned()),
        (Bool, Int | UInt | Float) => return Some("compare it: `… != 0`".to_owned()),
        (Duration, Int | UInt | Float) => {
            return Some(
                "write a duration with its unit, such as `30s`; `duration(v: …)` takes an `int` of nanoseconds"
                    .to_owned(),
            );
        }
        (Time, Duration) => return Some("add it to a time with `date.add(d: …, to: now())`".to_owned()),
        (String, Regexp) | (Regexp, _) | (Bytes, _) => false,
        (_, Dynamic) | (String, _) => true,
        (Int | UInt, Bool | Int | UInt | Float | String | Time | Duration) => true,
        (Float, Bool | Int | UInt | String) => true,
        (Bool, String) | (Time, Int | UInt | String) | (Duration, String) => true,
        _ => false,
    };
    possible.then(|| format!("convert it with `{}(v: …)`", expected.as_str()))
}

/// Returns what does for a type what the kind that it lacks would do.
pub(crate) fn instead(table: &mut Table, ty: TypeId, kind: Kind) -> Option<&'static str> {
    use Basic::{Bool, Bytes, Duration, Dynamic, Regexp, Time};
    Some(match (kind, table.node(ty)) {
        (_, Node::Basic(Dynamic)) => "convert it first, for example with `int(v: …)` or `string(v: …)`",
        (_, Node::Function(function)) if function.parameters.is_empty() => "call the function: `…()`",
        (Kind::Addable, Node::Basic(Duration | Time)) => "use `date.add(d: …, to: …)`",
        (Kind::Subtractable, Node::Basic(Duration | Time)) => "use `date.sub(d: …, from: …)`",
        (Kind::Divisible, Node::Basic(Duration)) => "calculate with `int(v: …)`, its nanoseconds, and `duration(v: …)`",
        (Kind::Addable, Node::Basic(Bool)) => "use `and` or `or`",
        (Kind::Addable, Node::Array(_)) => "use `array.concat(arr: …, v: …)`",
        (Kind::Addable, Node::Record(_)) => "extend a record with `{r with a: …}`",
        (Kind::Stringable, Node::Basic(Bytes)) => "convert it with `string(v: …)`",
        (Kind::Stringable, Node::Array(_) | Node::Record(_) | Node::Dict(..) | Node::Basic(Regexp)) => {
            "turn it into text with `display(v: …)`"
        }
        (Kind::Negatable, Node::Basic(Bool)) => "write `not`",
        (Kind::Comparable, Node::Basic(Bool)) => "use `==`, or `if` to choose",
        _ => return None,
    })
}

/// Returns what a type without `kind` cannot do.
pub(crate) fn lacks(kind: Kind) -> &'static str {
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

/// Returns which types have `kind`.
pub(crate) fn fits(kind: Kind) -> &'static str {
    match kind {
        Kind::Addable => "`+` takes `int`, `uint`, `float` and `string`",
        Kind::Subtractable => "`-` takes `int`, `uint` and `float`",
        Kind::Divisible => "`*`, `/`, `%` and `^` take `int`, `uint` and `float`",
        Kind::Numeric => "numbers are `int`, `uint` and `float`",
        Kind::Comparable => "numbers, strings, times and durations can be ordered",
        Kind::Equatable => "functions, dictionaries, `regexp` and `dynamic`, and what holds them, cannot be compared",
        Kind::Nullable | Kind::Stringable => "numbers, strings, booleans, times and durations can",
        Kind::Record => "a record is written `{a: …}`",
        Kind::Negatable => "the unary `-` takes `int`, `uint`, `float` and `duration`",
        Kind::Timeable => "only `time` and `duration` will do",
        Kind::Basic => "arrays, records, dictionaries and functions are not",
        Kind::Label => "only names of columns are",
    }
}

/// Returns names in backquotes, the first few of many.
pub(crate) fn list(names: &[EcoString]) -> String {
    const MOST: usize = 8;
    let mut shown: Vec<String> =
        names.iter().take(MOST).map(|name| format!("`{}`", crate::shape::clip(name))).collect();
    if names.len() > MOST {
        shown.push(format!("{} more", names.len() - MOST));
    }
    shown.join(", ")
}

/// Returns the name most like `name`, whatever the case, if one is like it at all: at most a third of its characters are
/// put in, left out, replaced or swapped.
pub fn similar<'a>(name: &str, known: impl Iterator<Item = &'a EcoString>) -> Option<&'a EcoString> {
    let length = name.chars().count();
    if length < 2 || name.len() >= LONGEST_SIMILAR {
        return None;
    }
    let most = (length / 3).max(1);
    let lower = name.to_lowercase();
    known
        .filter(|other| other.len() < LONGEST_SIMILAR && *other != name)
        .filter(|other| other.chars().count().abs_diff(length) <= most)
        .map(|other| (strsim::osa_distance(&lower, &other.to_lowercase()), other))
        .filter(|(distance, _)| *distance <= most)
        .min()
        .map(|(_, other)| other)
}

/// Longest name that others are compared with, in bytes.
const LONGEST_SIMILAR: usize = 64;
