//! `split` and its relatives.

use fluxlet_runtime::{Arguments, Result, Run, Value};

use super::replace::count;
use crate::charge;

/// What becomes of the separators.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Separator {
    /// They are left out.
    Dropped,
    /// Each ends the part before it.
    Kept,
}

/// Cuts `v` at `t` into all its parts, or into as many as the argument `most` says.
pub(super) fn split(run: &Run, args: &Arguments, kept: Separator, most: Option<&str>) -> Result<Value> {
    let (text, separator): (&str, &str) = (args.required("v")?, args.required("t")?);
    let most = match most {
        // A negative number stands for all.
        Some(name) => usize::try_from(args.required::<i64>(name)?).unwrap_or(usize::MAX),
        None => usize::MAX,
    };
    let parts = if separator.is_empty() { text.chars().count() } else { count(text, separator) + 1 };
    charge::texts(run, parts.min(most), text.len())?;
    if separator.is_empty() {
        return Ok(characters(text, most));
    }
    Ok(match kept {
        Separator::Dropped => text.splitn(most, separator).map(Value::from).collect(),
        Separator::Kept => after(text, separator, most),
    })
}

/// Cuts between all characters; the last part is the rest.
fn characters(text: &str, most: usize) -> Value {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next().filter(|_| parts.len() < most) {
        let end = if parts.len() + 1 == most { rest.len() } else { first.len_utf8() };
        let (part, left) = rest.split_at(end);
        parts.push(Value::from(part));
        rest = left;
    }
    parts.into()
}

/// Cuts after each separator; the last part is the rest.
fn after(text: &str, separator: &str, most: usize) -> Value {
    let Some(cuts) = most.checked_sub(1) else { return Vec::new().into() };
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, _) in text.match_indices(separator).take(cuts) {
        let end = at + separator.len();
        parts.push(Value::from(&text[start..end]));
        start = end;
    }
    parts.push(Value::from(&text[start..]));
    parts.into()
}
