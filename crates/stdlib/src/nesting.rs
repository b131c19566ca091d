//! Bounds how deep values lie in each other, where no type does.
//!
//! Most values cannot nest deeper than their types are written. A dynamic value can, and so can one whose type a builtin
//! forgets: `record.get` with a default of another type. Code that walks over values relies on the bound.

use fluxlet_runtime::{Error, Result, Run, Value};

/// Most levels of arrays, records and dictionaries inside each other.
pub(crate) const DEEPEST: usize = 128;

/// Parts between two looks at the clock.
const ROUND: u64 = 4096;

/// Checks the depth of a value, and returns the number of its parts; what is shared counts each time.
///
/// # Errors
/// `resource exhausted` past 128 levels or `most` parts; `deadline exceeded`.
pub(crate) fn check(run: &Run, value: &Value, most: u64) -> Result<usize> {
    let mut walk = Walk { run, most, parts: 0 };
    walk.value(value, 0)?;
    Ok(usize::try_from(walk.parts).unwrap_or(usize::MAX))
}

/// Checks the depth of a value whose type is about to be forgotten.
///
/// # Errors
/// Those of [`check`], for more parts than the memory of a run can hold.
pub(crate) fn check_forgotten(run: &Run, value: &Value) -> Result<()> {
    check(run, value, run.context().limits().memory / size_of::<Value>() as u64).map(drop)
}

struct Walk<'a> {
    run: &'a Run,
    most: u64,
    parts: u64,
}

impl Walk<'_> {
    fn value(&mut self, value: &Value, depth: usize) -> Result<()> {
        if depth > DEEPEST {
            return Err(Error::exhausted(format!("the value is nested deeper than {DEEPEST} levels")));
        }
        self.parts += 1;
        if self.parts > self.most {
            return Err(Error::exhausted("the value has more parts than the memory of the run can hold"));
        }
        if self.parts.is_multiple_of(ROUND) {
            self.run.check_deadline()?;
        }
        match value {
            Value::Dynamic(inner) => self.value(inner, depth),
            Value::Array(elements) => elements.iter().try_for_each(|element| self.value(element, depth + 1)),
            Value::Record(record) => record.iter().try_for_each(|(_, field)| self.value(field, depth + 1)),
            Value::Dict(dict) => dict.iter().try_for_each(|(_, entry)| self.value(entry, depth + 1)),
            _ => Ok(()),
        }
    }
}
