//! The package `dict`.

use fluxlet_runtime::{Arguments, Builtin, Dict, Error, Package, Record, Result, Run, Value};

use crate::message::found;

/// What an entry takes in a dictionary, in bytes.
const ENTRY: usize = 2 * size_of::<Value>() + 16;

/// `dict`: what one does with dictionaries.
pub const PACKAGE: Package = Package {
    path: "dict",
    source: fluxlet_sources::DICT,
    builtins: &[
        ("fromList", Builtin::Pure(from_list)),
        ("get", Builtin::Pure(get)),
        ("insert", Builtin::Pure(insert)),
        ("remove", Builtin::Pure(remove)),
    ],
    unimplemented: &[],
};

fn from_list(run: &Run, args: &Arguments) -> Result<Value> {
    let pairs: &[Value] = args.required("pairs")?;
    charge_entries(run, pairs.len())?;
    let mut dict = Dict::default();
    for (index, pair) in pairs.iter().enumerate() {
        if index % 4096 == 0 {
            run.check_deadline()?;
        }
        let (key, value) = match pair {
            Value::Record(pair) => (field(pair, index, "key")?, field(pair, index, "value")?),
            other => {
                let found = found(other);
                return Err(Error::mismatch(format!("element {index} of argument `pairs`"), "a record", &found));
            }
        };
        dict.insert(key, value)?;
    }
    Ok(dict.into())
}

fn field(pair: &Record, index: usize, label: &str) -> Result<Value> {
    pair.get(label)
        .cloned()
        .ok_or_else(|| Error::invalid(format!("element {index} of argument `pairs` has no field `{label}`")))
}

fn get(_: &Run, args: &Arguments) -> Result<Value> {
    let dict: &Dict = args.required("dict")?;
    let key = args.value("key")?;
    let found = if key.is_null() { None } else { dict.get(key) };
    Ok(found.unwrap_or(args.value("default")?).clone())
}

fn insert(run: &Run, args: &Arguments) -> Result<Value> {
    let mut dict: Dict = args.required::<&Dict>("dict")?.clone();
    charge_entries(run, dict.len().saturating_add(1))?;
    dict.insert(args.value("key")?.clone(), args.value("value")?.clone())?;
    Ok(dict.into())
}

fn remove(run: &Run, args: &Arguments) -> Result<Value> {
    let mut dict: Dict = args.required::<&Dict>("dict")?.clone();
    let key = args.value("key")?;
    if !key.is_null() && dict.get(key).is_some() {
        charge_entries(run, dict.len())?;
        dict.remove(key);
    }
    Ok(dict.into())
}

fn charge_entries(run: &Run, count: usize) -> Result<()> {
    run.charge((count as u64).saturating_mul(ENTRY as u64))
}

#[cfg(test)]
mod tests;
