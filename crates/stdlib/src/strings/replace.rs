//! `replace` and `replaceAll`.

use fluxlet_runtime::{Arguments, Result, Run, Value};

use crate::charge;

/// `replace(v:, t:, u:, i:)`
pub(super) fn some(run: &Run, args: &Arguments) -> Result<Value> {
    let (text, old, new): (&str, &str, &str) = (args.required("v")?, args.required("t")?, args.required("u")?);
    // A negative number stands for all.
    let most = usize::try_from(args.required::<i64>("i")?).unwrap_or(usize::MAX);
    replace(run, text, old, new, most)
}

/// `replaceAll(v:, t:, u:)`
pub(super) fn all(run: &Run, args: &Arguments) -> Result<Value> {
    let (text, old, new): (&str, &str, &str) = (args.required("v")?, args.required("t")?, args.required("u")?);
    replace(run, text, old, new, usize::MAX)
}

/// Counts a part in a text, without overlap; an empty part is before each character and at the end.
pub(super) fn count(text: &str, part: &str) -> usize {
    if part.is_empty() { text.chars().count() + 1 } else { text.matches(part).count() }
}

fn replace(run: &Run, text: &str, old: &str, new: &str, most: usize) -> Result<Value> {
    let count = count(text, old).min(most);
    charge::product(run, new.len(), count, text.len())?;
    Ok(text.replacen(old, new, count).into())
}
