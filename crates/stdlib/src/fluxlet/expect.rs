//! The package `fluxlet/expect`, nearly all of it written in Flux.

use fluxlet_runtime::{Arguments, Builtin, Error, Package, Record, Result, Run, Value, equal};

/// `fluxlet/expect`: assertions about values that are no tables.
pub const PACKAGE: Package = Package {
    path: "fluxlet/expect",
    source: fluxlet_sources::FLUXLET_EXPECT,
    builtins: &[("_same", Builtin::Pure(same))],
    unimplemented: &[],
};

/// Most pairs of values that are compared: a value may hold another in more ways than can be counted.
const MOST_PAIRS: usize = 1 << 20;

/// Pairs after which the deadline is looked at.
const MANY: usize = 1 << 12;

fn same(run: &Run, args: &Arguments) -> Result<Value> {
    let (a, b) = (args.value("a")?, args.value("b")?);
    // Values that are equal need no second look, however they are shared.
    if equal(a, b) {
        return Ok(true.into());
    }
    let mut open = vec![(a, b)];
    let mut compared = 0;
    while let Some((a, b)) = open.pop() {
        compared += 1;
        if compared > MOST_PAIRS {
            return Err(Error::exhausted(format!("the values have more than {MOST_PAIRS} parts to compare")));
        }
        if compared % MANY == 0 {
            run.check_deadline()?;
        }
        if !alike(a, b, &mut open) {
            return Ok(false.into());
        }
    }
    Ok(true.into())
}

/// Compares two values, and leaves open what is inside them.
fn alike<'a>(a: &'a Value, b: &'a Value, open: &mut Vec<(&'a Value, &'a Value)>) -> bool {
    match (a, b) {
        (Value::Null(_), Value::Null(_)) => true,
        (Value::Float(a), Value::Float(b)) => a == b || a.is_nan() && b.is_nan(),
        (Value::Dynamic(a), Value::Dynamic(b)) => {
            open.push((a, b));
            true
        }
        (Value::Array(a), Value::Array(b)) => {
            open.extend(a.iter().zip(b.iter()));
            a.len() == b.len()
        }
        (Value::Dict(a), Value::Dict(b)) => {
            // Both are in the order of their keys.
            open.extend(a.iter().zip(b.iter()).flat_map(|(a, b)| [(a.0, b.0), (a.1, b.1)]));
            a.len() == b.len()
        }
        (Value::Record(a), Value::Record(b)) => fields(a, b, open),
        _ => equal(a, b),
    }
}

fn fields<'a>(a: &'a Record, b: &'a Record, open: &mut Vec<(&'a Value, &'a Value)>) -> bool {
    let shared = a.iter().map_while(|(label, value)| Some((value, b.get(label)?)));
    let before = open.len();
    open.extend(shared);
    open.len() - before == a.len() && a.len() == b.len()
}

#[cfg(test)]
mod tests;
