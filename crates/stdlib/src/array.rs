//! The package `array`.

use std::sync::Arc;

use fluxlet_runtime::{Arguments, Builtin, Calls, Error, Function, Nature, Package, Result, Run, Step, Value};

use crate::charge;
use crate::message::found;

/// `array`: what one does with arrays.
pub const PACKAGE: Package = Package {
    path: "array",
    source: fluxlet_sources::ARRAY,
    builtins: &[("concat", Builtin::Pure(concat)), ("map", Builtin::Calls(map)), ("filter", Builtin::Calls(filter))],
    unimplemented: &["from"],
};

fn concat(run: &Run, args: &Arguments) -> Result<Value> {
    let (left, right): (&[Value], &[Value]) = (args.required("arr")?, args.required("v")?);
    if !left.is_empty() && !right.is_empty() && nature(left) != nature(right) {
        return Err(Error::mismatch("argument `v`", &kind(nature(left)), &kind(nature(right))));
    }
    charge::elements(run, left.len().saturating_add(right.len()))?;
    Ok(left.iter().chain(right).cloned().collect())
}

/// Returns of what nature elements are: of that of the first one that is not a null without a type.
pub(crate) fn nature(elements: &[Value]) -> Option<Nature> {
    elements.iter().find_map(Value::nature)
}

/// Names an array of elements of that nature.
pub(crate) fn kind(nature: Option<Nature>) -> String {
    nature.map_or_else(|| "an array of nulls".to_owned(), |nature| format!("an array of {}", nature.as_str()))
}

fn map(run: &Run, args: Arguments) -> Result<Box<dyn Calls>> {
    Ok(Box::new(Walk::new(run, &args, Keep::Answers)?))
}

fn filter(run: &Run, args: Arguments) -> Result<Box<dyn Calls>> {
    Ok(Box::new(Walk::new(run, &args, Keep::Accepted)?))
}

/// What becomes of the answers of the script's function.
#[derive(Clone, Copy)]
enum Keep {
    /// They are the result.
    Answers,
    /// The result is the elements for which they are true.
    Accepted,
}

/// A walk over an array that calls a function with each element.
struct Walk {
    elements: Arc<[Value]>,
    function: Function,
    keep: Keep,
    /// The place of the element whose answer is awaited.
    at: usize,
    result: Vec<Value>,
}

impl Walk {
    fn new(run: &Run, args: &Arguments, keep: Keep) -> Result<Self> {
        let elements = match args.value("arr")? {
            Value::Array(elements) => Arc::clone(elements),
            // Says what is wrong with it.
            _ => args.required::<&[Value]>("arr")?.into(),
        };
        charge::elements(run, elements.len())?;
        let function = args.required::<&Function>("fn")?.clone();
        let result = Vec::with_capacity(elements.len());
        Ok(Self { elements, function, keep, at: 0, result })
    }

    fn take(&mut self, answer: Value) -> Result<()> {
        match self.keep {
            Keep::Answers => self.result.push(answer),
            Keep::Accepted => match answer {
                Value::Bool(true) => self.result.extend(self.elements.get(self.at).cloned()),
                Value::Bool(false) => {}
                other => {
                    let found = found(&other);
                    let what = format!("the answer of `fn` for element {}", self.at);
                    return Err(Error::mismatch(what, "a bool", &found));
                }
            },
        }
        self.at += 1;
        Ok(())
    }
}

impl Calls for Walk {
    fn callee(&self) -> (Function, &'static [&'static str]) {
        (self.function.clone(), &["x"])
    }

    fn step(&mut self, answer: Option<Result<Value>>, arguments: &mut Vec<Value>) -> Result<Step> {
        if let Some(answer) = answer {
            self.take(answer?)?;
        }
        Ok(match self.elements.get(self.at) {
            Some(element) => {
                arguments.push(element.clone());
                Step::Call
            }
            None => Step::Done(Value::from(std::mem::take(&mut self.result))),
        })
    }

    fn answers(&self) -> Option<&[Value]> {
        Some(&self.result)
    }

    fn ahead(&self, calls: usize, arguments: &mut Vec<Value>) -> bool {
        let element = self.at.checked_add(calls).and_then(|at| self.elements.get(at));
        arguments.extend(element.cloned());
        element.is_some()
    }
}

#[cfg(test)]
mod tests;
