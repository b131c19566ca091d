//! What operators make of values; which pairs they take is Flux's table.

use std::cmp::Ordering;
use std::collections::HashSet;

use fluxlet_runtime::{Code, Duration, Error, Nature, Result, Value, equal, float};
use fluxlet_syntax::ast::{BinaryOp, LogicalOp, UnaryOp};

/// Applies an operator between two values.
///
/// A null of a type makes the result the null of no type; a null of no type is no operand, but for a `lenient` caller.
///
/// # Errors
/// `invalid` for a pair that the operator does not take, `failed precondition` for a division by zero.
pub(crate) fn binary(op: BinaryOp, left: Value, right: Value, lenient: bool) -> Result<Value> {
    if let Some(value) = plain(op, &left, &right) {
        return Ok(value);
    }
    if left.is_null() || right.is_null() {
        let takes = |(left, right)| takes(op, left, right);
        return match lenient || left.nature().zip(right.nature()).is_some_and(takes) {
            true => Ok(Value::NULL),
            false => Err(unsupported(op, &left, &right)),
        };
    }
    match op {
        BinaryOp::Add | BinaryOp::Sub | BinaryOp::Mul | BinaryOp::Div | BinaryOp::Mod | BinaryOp::Pow => {
            arithmetic(op, left, right)
        }
        BinaryOp::Eq if is_deep(&left, &right) => Ok(Value::Bool(equal(&left, &right))),
        BinaryOp::Eq | BinaryOp::Ne => match (&left, &right) {
            (Value::Bool(a), Value::Bool(b)) => Ok(Value::Bool((a == b) == (op == BinaryOp::Eq))),
            _ => compare(op, &left, &right),
        },
        BinaryOp::Lt | BinaryOp::Le | BinaryOp::Gt | BinaryOp::Ge => compare(op, &left, &right),
        BinaryOp::Match | BinaryOp::NotMatch => match (&left, &right) {
            (Value::String(text), Value::Regexp(regexp)) => {
                Ok(Value::Bool(regexp.is_match(text)? == (op == BinaryOp::Match)))
            }
            _ => Err(unsupported(op, &left, &right)),
        },
        BinaryOp::Invalid => Err(unsupported(op, &left, &right)),
    }
}

/// Applies an operator between two ints or two floats, if nothing can go wrong; `None` for all others.
#[inline(always)]
pub(crate) fn plain(op: BinaryOp, left: &Value, right: &Value) -> Option<Value> {
    match (left, right) {
        (&Value::Int(a), &Value::Int(b)) => Some(match op {
            BinaryOp::Add => Value::Int(a.wrapping_add(b)),
            BinaryOp::Sub => Value::Int(a.wrapping_sub(b)),
            BinaryOp::Mul => Value::Int(a.wrapping_mul(b)),
            BinaryOp::Div if b != 0 => Value::Int(a.wrapping_div(b)),
            BinaryOp::Mod if b != 0 => Value::Int(a.wrapping_rem(b)),
            _ => Value::Bool(ordered(op, a, b)?),
        }),
        (&Value::Float(a), &Value::Float(b)) => Some(match op {
            BinaryOp::Add => Value::Float(a + b),
            BinaryOp::Sub => Value::Float(a - b),
            BinaryOp::Mul => Value::Float(a * b),
            BinaryOp::Div => Value::Float(a / b),
            _ => Value::Bool(ordered(op, a, b)?),
        }),
        _ => None,
    }
}

/// Compares two numbers of one type; `None` if the operator does not.
#[inline(always)]
fn ordered<T: PartialOrd>(op: BinaryOp, a: T, b: T) -> Option<bool> {
    Some(match op {
        BinaryOp::Eq => a == b,
        BinaryOp::Ne => a != b,
        BinaryOp::Lt => a < b,
        BinaryOp::Le => a <= b,
        BinaryOp::Gt => a > b,
        BinaryOp::Ge => a >= b,
        _ => return None,
    })
}

/// Applies an operator before a value.
///
/// # Errors
/// `invalid` for a value that the operator does not take; for a `lenient` caller a null stays null.
pub(crate) fn unary(op: UnaryOp, operand: Value, lenient: bool) -> Result<Value> {
    match (op, operand) {
        (UnaryOp::Exists, operand) => Ok(Value::Bool(exists(&operand))),
        (_, Value::Null(_)) if lenient => Ok(Value::NULL),
        (UnaryOp::Plus, operand) if lenient => Ok(operand),
        (UnaryOp::Plus, _) => Err(Error::invalid("unsupported operator \"+\" to unary expression")),
        (UnaryOp::Minus, Value::Int(value)) => Ok(Value::Int(value.wrapping_neg())),
        (UnaryOp::Minus, Value::Float(value)) => Ok(Value::Float(-value)),
        (UnaryOp::Minus, Value::Duration(value)) => Ok(Value::Duration(-value)),
        (UnaryOp::Minus, operand) => {
            let found = found(&operand);
            Err(Error::invalid(format!("operand to unary expression is not a number value, got {found}")))
        }
        (UnaryOp::Not, Value::Bool(value)) => Ok(Value::Bool(!value)),
        (UnaryOp::Not, operand) => {
            let found = found(&operand);
            Err(Error::invalid(format!("operand to unary expression is not a boolean value, got {found}")))
        }
    }
}

/// Tells whether the left side of an `and` or `or` decides alone.
///
/// # Errors
/// `invalid` if it is no bool; for a `lenient` caller null is false.
pub(crate) fn decides(op: LogicalOp, left: &Value, lenient: bool) -> Result<bool> {
    match left {
        Value::Bool(value) => Ok(*value == (op == LogicalOp::Or)),
        Value::Null(_) if lenient => Ok(op == LogicalOp::And),
        other => {
            let found = found(other);
            Err(Error::invalid(format!("left operand to logical expression is not a boolean value, got {found}")))
        }
    }
}

/// Checks the right side of an `and` or `or`, which is the result.
///
/// # Errors
/// `invalid` if it is no bool; a `lenient` caller may have null.
pub(crate) fn check_right(right: &Value, lenient: bool) -> Result<()> {
    match right {
        Value::Bool(_) => Ok(()),
        Value::Null(_) if lenient => Ok(()),
        other => {
            let found = found(other);
            Err(Error::invalid(format!("right operand to logical expression is not a boolean value, got {found}")))
        }
    }
}

/// Tells whether the test of an `if` holds.
///
/// # Errors
/// `invalid` if it is no bool; for a `lenient` caller null does not hold.
#[inline]
pub(crate) fn holds(test: &Value, lenient: bool) -> Result<bool> {
    match test {
        Value::Bool(value) => Ok(*value),
        Value::Null(_) if lenient => Ok(false),
        other => {
            let found = found(other);
            Err(Error::invalid(format!("conditional test expression is not a boolean value, got {found}")))
        }
    }
}

/// Returns the number of steps that an operator takes beyond its first: what it walks over, as far as `most`.
pub(crate) fn weight(op: BinaryOp, left: &Value, right: &Value, most: u64) -> u64 {
    /// Bytes that are worth a step: an operator copies or compares them fast.
    const BYTES: u64 = 256;
    match (op, left, right) {
        (BinaryOp::Eq, left, right) if is_deep(left, right) => nodes(left, most),
        // A pattern may look at each byte many times.
        (BinaryOp::Match | BinaryOp::NotMatch, Value::String(text), _) => text.len() as u64 / (BYTES / 16),
        (_, Value::String(left), Value::String(right)) => (left.len() + right.len()) as u64 / BYTES,
        _ => 0,
    }
}

/// Counts the values inside a value. In a large one, what is shared counts once, as it is compared once: ways to it can be
/// without end.
fn nodes(value: &Value, most: u64) -> u64 {
    const LARGE: u64 = 1000;
    let mut count = 0;
    let mut waiting = vec![value];
    let mut seen = HashSet::new();
    while let Some(value) = waiting.pop() {
        let address = match value {
            Value::Array(elements) => elements.as_ptr().addr(),
            Value::Record(record) => record.address(),
            Value::Dict(dict) => dict.address(),
            _ => 0,
        };
        if count > LARGE && address != 0 && !seen.insert(address) {
            continue;
        }
        match value {
            Value::Array(elements) => waiting.extend(elements.iter()),
            Value::Record(record) => waiting.extend(record.iter().map(|(_, value)| value)),
            Value::Dict(dict) => waiting.extend(dict.iter().map(|(_, value)| value)),
            Value::Dynamic(inner) => waiting.push(inner),
            Value::Bytes(bytes) => count += bytes.len() as u64 / 256,
            Value::String(text) => count += text.len() as u64 / 256,
            _ => {}
        }
        count += 1;
        if count >= most {
            break;
        }
    }
    count
}

fn is_deep(left: &Value, right: &Value) -> bool {
    matches!(
        (left, right),
        (Value::Array(_), Value::Array(_)) | (Value::Record(_), Value::Record(_)) | (Value::Bytes(_), Value::Bytes(_))
    )
}

fn exists(value: &Value) -> bool {
    match value {
        Value::Null(_) => false,
        Value::Dynamic(inner) => !inner.is_null(),
        _ => true,
    }
}

/// Tells whether an operator takes operands of these natures.
fn takes(op: BinaryOp, left: Nature, right: Nature) -> bool {
    use Nature::{Array, Bool, Bytes, Duration, Float, Int, Record, Regexp, String, Time, UInt};
    let number = |nature| matches!(nature, Int | UInt | Float);
    match op {
        BinaryOp::Add => left == right && matches!(left, Int | UInt | Float | String | Duration),
        BinaryOp::Sub => left == right && matches!(left, Int | UInt | Float | Duration),
        BinaryOp::Mul | BinaryOp::Div | BinaryOp::Mod | BinaryOp::Pow => left == right && number(left),
        BinaryOp::Lt | BinaryOp::Le | BinaryOp::Gt | BinaryOp::Ge => {
            number(left) && number(right) || left == right && matches!(left, String | Time)
        }
        BinaryOp::Eq | BinaryOp::Ne => {
            let deep = op == BinaryOp::Eq && matches!(left, Array | Record | Bytes);
            number(left) && number(right) || left == right && (deep || matches!(left, Bool | String | Time))
        }
        BinaryOp::Match | BinaryOp::NotMatch => (left, right) == (String, Regexp),
        BinaryOp::Invalid => false,
    }
}

fn arithmetic(op: BinaryOp, left: Value, right: Value) -> Result<Value> {
    match (left, right) {
        (Value::Int(a), Value::Int(b)) => Ok(match op {
            BinaryOp::Div => return Err(by_zero("cannot divide by zero")),
            BinaryOp::Mod => return Err(by_zero("cannot mod zero")),
            _ => Value::Float(float::pow(a as f64, b as f64)),
        }),
        (Value::UInt(a), Value::UInt(b)) => Ok(match op {
            BinaryOp::Add => Value::UInt(a.wrapping_add(b)),
            BinaryOp::Sub => Value::UInt(a.wrapping_sub(b)),
            BinaryOp::Mul => Value::UInt(a.wrapping_mul(b)),
            BinaryOp::Div => Value::UInt(a.checked_div(b).ok_or_else(|| by_zero("cannot divide by zero"))?),
            BinaryOp::Mod => Value::UInt(a.checked_rem(b).ok_or_else(|| by_zero("cannot mod zero"))?),
            _ => Value::Float(float::pow(a as f64, b as f64)),
        }),
        (Value::Float(a), Value::Float(b)) => Ok(Value::Float(match op {
            BinaryOp::Mod => a % b,
            _ => float::pow(a, b),
        })),
        (Value::String(mut a), Value::String(b)) if op == BinaryOp::Add => {
            a.push_str(&b);
            Ok(Value::String(a))
        }
        (Value::Duration(a), Value::Duration(b)) if op == BinaryOp::Add => add_durations(a, b),
        (Value::Duration(a), Value::Duration(b)) if op == BinaryOp::Sub => add_durations(a, -b),
        (left, right) => Err(unsupported(op, &left, &right)),
    }
}

fn add_durations(a: Duration, b: Duration) -> Result<Value> {
    let months = a.months().wrapping_add(b.months());
    let nanoseconds = a.nanoseconds().wrapping_add(b.nanoseconds());
    let sum = Duration::new(months, nanoseconds);
    sum.map(Value::Duration)
        .ok_or_else(|| Error::invalid(format!("{a} and {b} make months and nanoseconds of different signs")))
}

fn compare(op: BinaryOp, left: &Value, right: &Value) -> Result<Value> {
    let order = match (left, right) {
        (Value::UInt(a), Value::UInt(b)) => Some(a.cmp(b)),
        (Value::Int(a), Value::UInt(b)) => Some(i128::from(*a).cmp(&i128::from(*b))),
        (Value::UInt(a), Value::Int(b)) => Some(i128::from(*a).cmp(&i128::from(*b))),
        (Value::Float(a), Value::Int(b)) => a.partial_cmp(&(*b as f64)),
        (Value::Float(a), Value::UInt(b)) => a.partial_cmp(&(*b as f64)),
        (Value::Int(a), Value::Float(b)) => (*a as f64).partial_cmp(b),
        (Value::UInt(a), Value::Float(b)) => (*a as f64).partial_cmp(b),
        (Value::String(a), Value::String(b)) => Some(a.cmp(b)),
        (Value::Time(a), Value::Time(b)) => Some(a.cmp(b)),
        _ => return Err(unsupported(op, left, right)),
    };
    // A NaN has no order: it is only unequal.
    Ok(Value::Bool(match op {
        BinaryOp::Eq => order == Some(Ordering::Equal),
        BinaryOp::Ne => order != Some(Ordering::Equal),
        BinaryOp::Lt => order == Some(Ordering::Less),
        BinaryOp::Gt => order == Some(Ordering::Greater),
        BinaryOp::Le => order.is_some_and(Ordering::is_le),
        _ => order.is_some_and(Ordering::is_ge),
    }))
}

fn by_zero(message: &str) -> Error {
    Error::new(Code::FailedPrecondition, message)
}

fn unsupported(op: BinaryOp, left: &Value, right: &Value) -> Error {
    let (left, right) = (left.nature_name(), right.nature_name());
    Error::invalid(format!("unsupported binary expression {left} {} {right}", op.as_str()))
}

/// Returns the word for a value that is not what an operator takes.
fn found(value: &Value) -> &'static str {
    if value.is_null() { "null" } else { value.nature_name() }
}
