//! Making values: texts, arrays, dictionaries, records, and what operators give.

use std::mem;

use ecow::EcoString;
use fluxlet_runtime::{Dict, Error, Record, Result, Value, plain_float};
use fluxlet_syntax::ast::{BinaryOp, UnaryOp};

use super::execute::Here;
use super::{State, broken};
use crate::census::{array_bytes, dict_bytes, record_bytes, text_bytes};
use crate::chunk::Shape;
use crate::operator;

/// Bytes of text that are copied in a step.
const BYTES: u64 = 256;
/// Fields of a record that are copied in a step.
const FIELDS: u64 = 8;

impl State {
    /// Replaces the top by its text.
    pub(super) fn text(&mut self) -> Result<()> {
        let text = match self.pop() {
            Value::String(text) => text,
            Value::Bool(value) => if value { "true" } else { "false" }.into(),
            Value::Int(value) => decimal(value),
            Value::UInt(value) => value.to_string().into(),
            Value::Float(value) => plain_float(value).into(),
            Value::Time(value) => value.to_string().into(),
            Value::Duration(value) => value.to_string().into(),
            Value::Null(_) => return Err(Error::invalid("interpolated expression produced a null value")),
            other => {
                let found = other.nature_name();
                let message = format!("expected interpolated expression to have type string, but it had type {found}");
                return Err(Error::invalid(message));
            }
        };
        self.push(Value::String(text))
    }

    /// Joins the topmost texts.
    pub(super) fn concat(&mut self, here: &Here, count: usize) -> Result<()> {
        let from = self.stack.len().checked_sub(count).ok_or_else(broken)?;
        let length = |value: &Value| if let Value::String(text) = value { text.len() } else { 0 };
        let total = self.stack[from..].iter().map(length).sum();
        self.meter.work(total as u64 / BYTES)?;
        self.charge(here, text_bytes(total))?;
        let mut joined = EcoString::with_capacity(total);
        for value in &self.stack[from..] {
            if let Value::String(text) = value {
                joined.push_str(text);
            }
        }
        self.stack.truncate(from);
        self.push(Value::String(joined))
    }

    /// Makes an array of the topmost values.
    pub(super) fn array(&mut self, here: &Here, count: usize) -> Result<()> {
        let from = self.stack.len().checked_sub(count).ok_or_else(broken)?;
        self.charge(here, array_bytes(count))?;
        let array: Value = self.stack.drain(from..).collect();
        self.push(array)
    }

    /// Makes a dictionary of the topmost keys and values.
    pub(super) fn dict(&mut self, here: &Here, count: usize) -> Result<()> {
        let from = self.stack.len().checked_sub(2 * count).ok_or_else(broken)?;
        self.charge(here, dict_bytes(count))?;
        let mut dict = Dict::default();
        let mut values = self.stack.drain(from..);
        while let (Some(key), Some(value)) = (values.next(), values.next()) {
            dict.insert(key, value)?;
        }
        drop(values);
        self.push(dict.into())
    }

    /// Makes a record of the topmost values.
    pub(super) fn record(&mut self, here: &Here, shape: u32) -> Result<()> {
        let shape = here.work.code.shapes.get(shape as usize).ok_or_else(broken)?;
        check_labels(shape, here.frame.lenient)?;
        let from = self.stack.len().checked_sub(shape.labels.len()).ok_or_else(broken)?;
        self.charge(here, record_bytes(shape.labels.len()))?;
        let values = self.stack.split_off(from);
        let record: Record = match shape.duplicate {
            None => Record::new(shape.shared.clone(), values),
            Some(_) => shape.labels.iter().cloned().zip(values).collect(),
        };
        self.push(record.into())
    }

    /// Extends the record below the topmost values by these.
    pub(super) fn extend(&mut self, here: &Here, shape: u32) -> Result<()> {
        let shape = here.work.code.shapes.get(shape as usize).ok_or_else(broken)?;
        check_labels(shape, here.frame.lenient)?;
        let base = self.stack.len().checked_sub(shape.labels.len() + 1).ok_or_else(broken)?;
        let fields = match self.stack.get(base) {
            Some(Value::Record(record)) => record.len(),
            Some(other) if !other.is_null() => {
                let found = other.nature_name();
                return Err(Error::invalid(format!("cannot extend a value of type {found}; expected a record")));
            }
            _ => return Err(Error::invalid("null value on left hand side of \"with\" in record literal")),
        };
        self.meter.work(fields as u64 / FIELDS)?;
        self.charge(here, record_bytes(fields + shape.labels.len()))?;
        let Some(Value::Record(record)) = self.stack.get_mut(base) else { return Err(broken()) };
        let mut record = mem::take(record);
        for (label, value) in shape.labels.iter().zip(self.stack.drain(base + 1..)) {
            record.insert(label.clone(), value);
        }
        self.stack.truncate(base);
        self.push(record.into())
    }

    /// Applies an operator to the top.
    #[inline]
    pub(super) fn unary(&mut self, op: UnaryOp, lenient: bool) -> Result<()> {
        if let (UnaryOp::Minus, Some(Value::Int(value))) = (op, self.stack.last_mut()) {
            *value = value.wrapping_neg();
            return Ok(());
        }
        let operand = self.pop();
        self.push(operator::unary(op, operand, lenient)?)
    }

    /// Applies an operator to the two topmost values.
    #[inline(never)]
    pub(super) fn binary(&mut self, here: &Here, op: BinaryOp) -> Result<()> {
        let [.., left, right] = &self.stack[..] else { return Err(broken()) };
        if let Some(value) = operator::plain(op, left, right) {
            self.stack.pop();
            self.stack.pop();
            return self.push(value);
        }
        let weight = operator::weight(op, left, right, self.meter.left().saturating_add(1));
        if let (BinaryOp::Add, Value::String(left), Value::String(right)) = (op, left, right) {
            self.charge(here, text_bytes(left.len() + right.len()))?;
        }
        self.meter.work(weight)?;
        let right = self.pop();
        let left = self.pop();
        let value = operator::binary(op, left, right, here.frame.lenient)?;
        self.push(value)
    }

    /// Applies an operator to the top and a constant.
    #[inline]
    pub(super) fn binary_constant(&mut self, here: &Here, op: BinaryOp, right: u32) -> Result<()> {
        let constant = here.work.code.constants.get(right as usize);
        if let (Some(left), Some(right)) = (self.stack.last_mut(), constant)
            && let Some(value) = operator::plain(op, left, right)
        {
            // A number holds nothing that wants to be dropped.
            mem::forget(mem::replace(left, value));
            return Ok(());
        }
        self.push_from(constant)?;
        self.binary(here, op)
    }

    /// Applies an operator to the top and a local variable.
    #[inline]
    pub(super) fn binary_local(&mut self, here: &Here, op: BinaryOp, right: u32) -> Result<()> {
        if let Some((left, below)) = self.stack.split_last_mut()
            && let Some(right) = below.get(here.frame.base + right as usize)
            && let Some(value) = operator::plain(op, left, right)
        {
            // A number holds nothing that wants to be dropped.
            mem::forget(mem::replace(left, value));
            return Ok(());
        }
        self.push_local(here, right)?;
        self.binary(here, op)
    }

    /// Applies an operator to a local variable and a constant.
    #[inline]
    pub(super) fn local_binary_constant(&mut self, here: &Here, op: BinaryOp, left: u16, right: u16) -> Result<()> {
        let constant = here.work.code.constants.get(right as usize);
        if let (Some(left), Some(right)) = (self.stack.get(here.frame.base + left as usize), constant)
            && let Some(value) = operator::plain(op, left, right)
        {
            return self.push(value);
        }
        self.push_local(here, left.into())?;
        self.push_from(constant)?;
        self.binary(here, op)
    }

    /// Applies an operator to two local variables.
    #[inline]
    pub(super) fn local_binary_local(&mut self, here: &Here, op: BinaryOp, left: u16, right: u16) -> Result<()> {
        let locals = self.stack.get(here.frame.base..).unwrap_or_default();
        if let (Some(left), Some(right)) = (locals.get(left as usize), locals.get(right as usize))
            && let Some(value) = operator::plain(op, left, right)
        {
            return self.push(value);
        }
        self.push_local(here, left.into())?;
        self.push_local(here, right.into())?;
        self.binary(here, op)
    }
}

/// Writes an integer into the text itself: most are short enough to need no allocation.
fn decimal(value: i64) -> EcoString {
    /// As many as the least integer has, with its sign.
    const MOST: usize = 20;
    let mut text = [b'-'; MOST];
    let mut rest = value.unsigned_abs();
    let mut from = MOST;
    for digit in text.iter_mut().rev() {
        *digit = b'0' + (rest % 10) as u8;
        rest /= 10;
        from -= 1;
        if rest == 0 {
            break;
        }
    }
    // What stands before the digits is still a sign.
    from -= usize::from(value < 0);
    std::str::from_utf8(&text[from..]).unwrap_or_default().into()
}

/// Refuses a literal that names a label twice; Flux's compiled functions let the last one win.
fn check_labels(shape: &Shape, lenient: bool) -> Result<()> {
    match &shape.duplicate {
        Some(label) if !lenient => Err(Error::invalid(format!("duplicate key in object: \"{label}\""))),
        _ => Ok(()),
    }
}
