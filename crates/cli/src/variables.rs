//! Variables of the command line: Flux expressions that are evaluated before the script is compiled.

use std::time::Duration;

use fluxlet::{CompileError, Compiler, Context, Engine, Limits, Program, Results, Session, Value};

use crate::failure::Failure;
use crate::input::Script;
use crate::report::Report;

/// Names and values that scripts see.
pub(crate) struct Variables(Vec<(String, Value)>);

impl Variables {
    /// Evaluates arguments `NAME=CODE`, without network and secrets, each within `timeout`.
    ///
    /// # Errors
    /// [`Failure::Usage`] for another form and for functions, [`Failure::Reported`] for code that is wrong or fails.
    pub(crate) async fn evaluate(
        engine: &Engine,
        arguments: &[String],
        timeout: Option<Duration>,
        report: &mut Report,
    ) -> Result<Self, Failure> {
        let mut variables = Vec::with_capacity(arguments.len());
        for argument in arguments {
            let pair = argument.split_once('=').filter(|(name, _)| is_identifier(name));
            let (name, code) = pair.ok_or_else(|| Failure::usage("`--var` expects NAME=CODE, and a name of Flux"))?;
            let value = evaluate(engine, name, code, timeout, report).await?;
            variables.push((name.to_owned(), value));
        }
        Ok(Self(variables))
    }

    /// Compiles a script that sees the variables.
    pub(crate) fn compile(&self, engine: &Engine, script: &Script) -> Result<Program, CompileError> {
        self.compiler(engine).compile(&script.name, &script.text)
    }

    /// Returns a compiler of scripts that see the variables.
    pub(crate) fn compiler<'a>(&self, engine: &'a Engine) -> Compiler<'a> {
        self.0.iter().fold(engine.compiler(), |compiler, (name, value)| compiler.variable(name, value))
    }

    /// Returns a session whose inputs see the variables.
    pub(crate) fn declare(&self, session: Session) -> Session {
        self.0.iter().fold(session, |session, (name, value)| session.variable(name, value))
    }

    /// Returns `context` with the values.
    pub(crate) fn give(&self, context: Context) -> Context {
        self.0.iter().fold(context, |context, (name, value)| context.with_variable(name.clone(), value.clone()))
    }
}

async fn evaluate(
    engine: &Engine,
    name: &str,
    code: &str,
    timeout: Option<Duration>,
    report: &mut Report,
) -> Result<Value, Failure> {
    let fail = |problem: &str| Failure::usage(format!("the code of `--var {name}` {problem}"));
    let program = engine.compiler().compile(&format!("--var {name}"), code).map_err(|error| {
        // The code is an argument.
        report.compile_error(&error);
        Failure::Reported(2)
    })?;
    let context = Context::new().with_limits(Limits { time: timeout, ..Limits::trusting() });
    let results = program.run(&context).await.map_err(|error| {
        report.run_error(&error);
        Failure::Reported(2)
    })?;
    match single(results) {
        Some(value) if has_function(&value) => Err(fail("gives a function, which cannot be a variable")),
        Some(value) => Ok(value),
        None => Err(fail("must be one expression")),
    }
}

fn single(results: Results) -> Option<Value> {
    let mut values = results.values.into_iter();
    match (values.next(), values.next()) {
        (Some((_, value)), None) if results.bindings.is_empty() => Some(value),
        _ => None,
    }
}

/// The type of a function is not told by its value alone.
fn has_function(value: &Value) -> bool {
    match value {
        Value::Function(_) => true,
        Value::Array(elements) => elements.iter().any(has_function),
        Value::Dict(dict) => dict.iter().any(|(_, value)| has_function(value)),
        Value::Record(record) => record.iter().any(|(_, value)| has_function(value)),
        _ => false,
    }
}

fn is_identifier(name: &str) -> bool {
    name.starts_with(|c: char| c.is_alphabetic() || c == '_') && name.chars().all(|c| c.is_alphanumeric() || c == '_')
}
