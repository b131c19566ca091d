//! Looking into values: members, elements, variables of the context.

use std::sync::Arc;

use fluxlet_runtime::{Error, Result, Value};

use super::execute::Here;
use super::{State, broken};
use crate::census::dynamic_bytes;
use crate::chunk::Code;

impl State {
    /// Replaces the top by its field; a record without it has a null there.
    pub(super) fn member(&mut self, here: &Here, index: u32) -> Result<()> {
        let name = here.work.code.names.get(index as usize).ok_or_else(broken)?;
        let value = match self.pop() {
            Value::Record(record) => record.get(name).cloned().unwrap_or_default(),
            Value::Dynamic(inner) => match &*inner {
                Value::Record(record) => {
                    self.charge(here, dynamic_bytes())?;
                    match record.get(name) {
                        Some(value) => value.clone().into_dynamic(),
                        None => Value::Dynamic(Arc::new(Value::NULL)),
                    }
                }
                other => return Err(no_member(name, other)),
            },
            other => return Err(no_member(name, &other)),
        };
        self.push(value)
    }

    /// Pushes the field of a local variable.
    pub(super) fn local_member(&mut self, here: &Here, slot: u16, index: u32) -> Result<()> {
        if let Some(Value::Record(record)) = self.stack.get(here.frame.base + slot as usize)
            && let Some(name) = here.work.code.names.get(index as usize)
        {
            let value = record.get(name).cloned().unwrap_or_default();
            return self.push(value);
        }
        self.push_local(here, slot.into())?;
        self.member(here, index)
    }

    /// Pops an array and an index, and pushes the element.
    pub(super) fn index(&mut self) -> Result<()> {
        let index = self.pop();
        let array = self.pop();
        let Value::Array(elements) = &array else {
            return Err(Error::invalid(match array.is_null() {
                true => "cannot index into a null value; expected an array".to_owned(),
                false => format!("cannot index into a value of type {}; expected an array", array.nature_name()),
            }));
        };
        let Value::Int(index) = index else {
            return Err(Error::invalid(match index.is_null() {
                true => "cannot access an element by a null index; expected an int".to_owned(),
                false => {
                    format!("cannot access an element by a value of type {}; expected an int", index.nature_name())
                }
            }));
        };
        let element = usize::try_from(index).ok().and_then(|index| elements.get(index)).cloned();
        let element = element.ok_or_else(|| {
            Error::invalid(format!("cannot access element {index} of array of length {}", elements.len()))
        })?;
        self.push(element)
    }

    /// Pushes a variable of the context.
    pub(super) fn variable(&mut self, code: &Code, index: u32) -> Result<()> {
        let name = code.names.get(index as usize).ok_or_else(broken)?;
        let value = self.run.context().variable(name).cloned();
        let value = value.ok_or_else(|| Error::invalid(format!("the context does not set the variable `{name}`")))?;
        self.push(value)
    }
}

fn no_member(name: &str, value: &Value) -> Error {
    Error::invalid(format!("cannot access property {name:?} on value of type {}", value.nature_name()))
}
