//! The package `array`.

use std::ops::Range;
use std::sync::Arc;
use std::vec::Drain;

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
    Ok(Box::new(Walk::new(run, &args, |count| Kept::Answers((0..count).map(|_| Value::NULL).collect()))?))
}

fn filter(run: &Run, args: Arguments) -> Result<Box<dyn Calls>> {
    Ok(Box::new(Walk::new(run, &args, |_| Kept::Accepted(Vec::new()))?))
}

/// What a walk has kept of the answers of the script's function.
enum Kept {
    /// All of them, which are the result; nulls stand for those to come.
    Answers(Arc<[Value]>),
    /// The places of the elements for which they were true; these elements are the result.
    Accepted(Vec<usize>),
}

/// A walk over an array that calls a function with each element.
struct Walk {
    elements: Arc<[Value]>,
    function: Function,
    /// The place of the element whose answer is awaited.
    at: usize,
    kept: Kept,
}

impl Walk {
    fn new(run: &Run, args: &Arguments, kept: fn(usize) -> Kept) -> Result<Self> {
        let elements = match args.value("arr")? {
            Value::Array(elements) => Arc::clone(elements),
            // Says what is wrong with it.
            _ => args.required::<&[Value]>("arr")?.into(),
        };
        charge::elements(run, elements.len())?;
        let function = args.required::<&Function>("fn")?.clone();
        let kept = kept(elements.len());
        Ok(Self { elements, function, at: 0, kept })
    }

    fn keep(&mut self, answers: impl Iterator<Item = Value>) -> Result<()> {
        match &mut self.kept {
            Kept::Answers(made) => {
                let places = Arc::get_mut(made).unwrap_or_default();
                for (place, answer) in places.iter_mut().skip(self.at).zip(answers) {
                    *place = answer;
                    self.at += 1;
                }
            }
            Kept::Accepted(places) => {
                for answer in answers {
                    match answer {
                        Value::Bool(true) => places.push(self.at),
                        Value::Bool(false) => {}
                        other => {
                            let found = found(&other);
                            let what = format!("the answer of `fn` for element {}", self.at);
                            return Err(Error::mismatch(what, "a bool", &found));
                        }
                    }
                    self.at += 1;
                }
            }
        }
        Ok(())
    }

    fn result(&mut self) -> Value {
        match &mut self.kept {
            Kept::Answers(made) => Value::Array(std::mem::take(made)),
            Kept::Accepted(places) => {
                places.iter().map(|&place| self.elements.get(place).cloned().unwrap_or_default()).collect()
            }
        }
    }
}

impl Calls for Walk {
    fn callee(&self) -> (Function, &'static [&'static str]) {
        (self.function.clone(), &["x"])
    }

    fn step(&mut self, answer: Option<Result<Value>>, arguments: &mut Vec<Value>) -> Result<Step> {
        if let Some(answer) = answer {
            self.keep(std::iter::once(answer?))?;
        }
        Ok(match self.elements.get(self.at) {
            Some(element) => {
                arguments.push(element.clone());
                Step::Call
            }
            None => Step::Done(self.result()),
        })
    }

    fn answers(&self) -> Option<&[Value]> {
        match &self.kept {
            Kept::Answers(made) => Some(made),
            Kept::Accepted(_) => Some(&[]),
        }
    }

    fn ahead(&self, calls: Range<usize>, arguments: &mut Vec<Value>) {
        let rest = self.elements.get(self.at..).unwrap_or_default();
        let end = calls.end.min(rest.len());
        arguments.extend_from_slice(rest.get(calls.start..end).unwrap_or_default());
    }

    fn take(&mut self, answers: Drain<'_, Value>) -> Result<()> {
        self.keep(answers)
    }
}

#[cfg(test)]
mod tests;
