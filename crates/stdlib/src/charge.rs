//! Charges a run for what a builtin is about to make.

use fluxlet_runtime::{Error, Result, Run, Value};

/// What a text takes beside its characters.
const TEXT_HEAD: usize = 16;

/// Bytes from which making them takes so long that the deadline is looked at first.
const MANY: u64 = 64 << 10;

/// Charges `bytes` bytes.
pub(crate) fn bytes(run: &Run, bytes: usize) -> Result<()> {
    charge(run, bytes as u64)
}

fn charge(run: &Run, bytes: u64) -> Result<()> {
    run.charge(bytes)?;
    if bytes >= MANY { run.check_deadline() } else { Ok(()) }
}

/// Charges an array of `count` elements, without what the elements point to.
pub(crate) fn elements(run: &Run, count: usize) -> Result<()> {
    charge(run, (count as u64).saturating_mul(size_of::<Value>() as u64))
}

/// Charges an array of `count` texts that hold `bytes` bytes together.
pub(crate) fn texts(run: &Run, count: usize, bytes: usize) -> Result<()> {
    let each = (size_of::<Value>() + TEXT_HEAD) as u64;
    charge(run, (count as u64).saturating_mul(each).saturating_add(bytes as u64))
}

/// Reads a count that must not be negative.
pub(crate) fn count(name: &str, count: i64) -> Result<usize> {
    usize::try_from(count).map_err(|_| Error::invalid(format!("argument `{name}` must not be negative, found {count}")))
}

/// Charges a text that `repeats` repetitions of `bytes` bytes and `more` bytes make up, and returns its size.
pub(crate) fn product(run: &Run, bytes: usize, repeats: usize, more: usize) -> Result<usize> {
    let size = bytes.checked_mul(repeats).and_then(|size| size.checked_add(more));
    let size = size.ok_or_else(|| Error::exhausted("the text would be larger than any memory"))?;
    self::bytes(run, size)?;
    Ok(size)
}
