//! The package `experimental`, and the packages under it.

use fluxlet_runtime::{
    Arguments, Builtin, Calls, Code, Error, Function, Nature, Package, Record, Result, Run, Step, Value,
};

use crate::charge;

pub mod array;
pub mod bitwise;
pub mod date;
pub mod dynamic;
pub mod geo;
pub mod http;
pub mod json;
pub mod record;

/// `experimental`: functions that may still change; those for tables are declared only.
pub const PACKAGE: Package = Package {
    path: "experimental",
    source: fluxlet_sources::EXPERIMENTAL,
    builtins: &[("objectKeys", Builtin::Pure(object_keys)), ("catch", Builtin::Calls(catch))],
    unimplemented: &[
        "group",
        "set",
        "join",
        "chain",
        "_window",
        "integral",
        "count",
        "histogramQuantile",
        "mean",
        "mode",
        "quantile",
        "skew",
        "spread",
        "stddev",
        "sum",
        "kaufmansAMA",
        "distinct",
        "fill",
        "first",
        "last",
        "max",
        "min",
        "unique",
        "histogram",
        "preview",
        "unpivot",
        "diff",
    ],
};

fn object_keys(run: &Run, args: &Arguments) -> Result<Value> {
    let record: &Record = args.required("o")?;
    charge::elements(run, record.len())?;
    Ok(record.iter().map(|(label, _)| Value::String(label.clone())).collect())
}

fn catch(run: &Run, args: Arguments) -> Result<Box<dyn Calls>> {
    Ok(Box::new(Catch { run: run.clone(), function: args.required::<&Function>("fn")?.clone() }))
}

/// A call whose error becomes a value.
struct Catch {
    run: Run,
    function: Function,
}

impl Catch {
    /// Tells whether the run may go on after the error.
    fn can_go_on(&self, error: &Error) -> bool {
        match error.code() {
            Code::ResourceExhausted | Code::Canceled => false,
            // A request's own timeout can be caught, the end of the run's time cannot.
            Code::DeadlineExceeded => self.run.check_deadline().is_ok(),
            _ => true,
        }
    }
}

impl Calls for Catch {
    fn callee(&self) -> (Function, &'static [&'static str]) {
        (self.function.clone(), &[])
    }

    fn compiles(&self) -> bool {
        false
    }

    fn step(&mut self, answer: Option<Result<Value>>, _: &mut Vec<Value>) -> Result<Step> {
        let (value, code, text) = match answer {
            None => return Ok(Step::Call),
            Some(Ok(value)) => (value, Value::Null(Some(Nature::UInt)), Value::Null(Some(Nature::String))),
            Some(Err(error)) if self.can_go_on(&error) => {
                let text = error.chain();
                self.run.charge(text.len() as u64)?;
                (Value::NULL, Value::UInt(u64::from(error.code() as u8)), Value::from(text))
            }
            Some(Err(error)) => return Err(error),
        };
        Ok(Step::Done(Record::from([("value", value), ("code", code), ("msg", text)]).into()))
    }
}

#[cfg(test)]
mod tests;
