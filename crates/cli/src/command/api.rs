//! `fluxlet api`: one call without a script, over the same contract as `influxdb.api()` in one.

use std::path::Path;
use std::sync::Arc;

use fluxlet::runtime::display;
use fluxlet::{Code, Context, Dict, Duration, Engine, Error, Run, Value};

use crate::arguments::ApiArguments;
use crate::context::Contexts;
use crate::fail::Refusals;
use crate::failure::Failure;
use crate::input::{self, STANDARD_INPUT};
use crate::output;
use crate::recording::Recording;
use crate::report::Report;

/// The function that makes the call.
const FUNCTION: (&str, &str) = ("experimental/influxdb", "api");

/// Makes a call and prints the body of the answer.
///
/// # Errors
/// [`Failure::Usage`] for arguments that make no call, [`Failure::Run`] for one that fails, and with `--fail`
/// [`Failure::Unmet`] for an answer with a status of 400 or above.
pub(crate) async fn api(engine: &Engine, arguments: ApiArguments, report: &mut Report) -> Result<(), Failure> {
    let standard_input = Some(Path::new(STANDARD_INPUT));
    let body_file = arguments.data.as_deref().and_then(|data| data.strip_prefix('@')).map(Path::new);
    if body_file == standard_input && arguments.context.connection.token_file.as_deref() == standard_input {
        return Err(Failure::usage("body and token cannot both come from the standard input"));
    }
    let made = Contexts::gather(&arguments.context, None, report)?.make().await?;
    let call = call(&arguments, &made.context)?;
    let (recording, context) = Recording::begin(&arguments.recording, &made, report)?;
    let (refusals, context) = Refusals::around(&context);
    let run = Run::new(&context);
    // No script asks for them, and yet they are not printed.
    for key in &made.secrets {
        run.secret(key).await.map_err(Failure::Run)?;
    }
    let has_values = recording.has_values();
    let answer = engine.registry().call(FUNCTION.0, FUNCTION.1, &run, call).await;
    let ended = recording.end(report);
    let answer = match answer {
        Ok(answer) => answer,
        Err(error) => {
            if let Err(failure) = ended {
                report.failure(&failure);
            }
            return Err(failure(error));
        }
    };
    if has_values {
        output::write_answer(&shown(answer, arguments.include)?, report.redactor())?;
    }
    ended?;
    match refusals.first() {
        Some(message) if arguments.fail => Err(Failure::unmet(message)),
        Some(message) => {
            report.note(message);
            Ok(())
        }
        None => Ok(()),
    }
}

/// Returns the arguments of the function, for a call in `context`.
fn call(arguments: &ApiArguments, context: &Context) -> Result<Vec<(&'static str, Value)>, Failure> {
    let ApiArguments { method, path, query, header, data, timeout, .. } = arguments;
    let query = pairs("--query", "KEY=VALUE", '=', query)?;
    let headers = pairs("--header", "NAME:VALUE", ':', header)?;
    if context.host().is_none() {
        return Err(Failure::usage("no InfluxDB is named: give `--host`, set INFLUX_HOST, or use `--demo`"));
    }
    let is_signed = headers.iter().any(|(name, _)| name.eq_ignore_ascii_case("authorization"));
    if context.token().is_none() && !is_signed {
        return Err(Failure::usage("there is no token: give `--token-file`, or set INFLUX_TOKEN"));
    }
    let mut call = vec![
        ("method", method.as_str().into()),
        ("path", path.as_str().into()),
        ("query", Dict::of_strings(query).into()),
        ("headers", Dict::of_strings(headers).into()),
    ];
    if let Some(data) = data {
        call.push(("body", Value::Bytes(Arc::new(body(data, context.limits().request_body)?.into()))));
    }
    if let Some(time) = timeout.and_then(|time| i64::try_from(time.as_nanos()).ok()) {
        call.push(("timeout", Duration::from_nanoseconds(time).into()));
    }
    Ok(call)
}

/// Splits what is given as NAME=VALUE or the like. No message shows a value.
fn pairs<'a>(
    flag: &str,
    form: &str,
    separator: char,
    arguments: &'a [String],
) -> Result<Vec<(&'a str, &'a str)>, Failure> {
    let mut pairs: Vec<(&str, &str)> = Vec::with_capacity(arguments.len());
    for argument in arguments {
        let pair = argument.split_once(separator).filter(|(name, _)| !name.is_empty());
        let (name, value) = pair.ok_or_else(|| Failure::usage(format!("`{flag}` expects {form}")))?;
        let (same, instead): (fn(&str, &str) -> bool, &str) = match separator {
            '=' => (str::eq, "write a key that repeats into the query of PATH"),
            _ => (str::eq_ignore_ascii_case, "put the values into one, apart by commas"),
        };
        if pairs.iter().any(|(known, _)| same(known, name)) {
            return Err(Failure::usage(format!("`{flag}` gives one name twice, which `api` cannot send: {instead}")));
        }
        let value = if separator == ':' { value.trim() } else { value };
        pairs.push((name, value));
    }
    Ok(pairs)
}

/// Returns the body that `--data` stands for, of at most `most` bytes.
fn body(data: &str, most: u64) -> Result<Vec<u8>, Failure> {
    match data.strip_prefix('@') {
        Some("") => Err(Failure::usage("`--data` expects a text, `@FILE`, or `@-` for the standard input")),
        Some(path) => input::read_up_to(Path::new(path), most),
        None => Ok(data.into()),
    }
}

/// A call that nothing was sent of, because it makes no sense, is a mistake in the arguments.
fn failure(error: Error) -> Failure {
    match error.code() {
        Code::Invalid if error.message().starts_with("argument `") => Failure::usage(error.message()),
        _ => Failure::Run(error),
    }
}

/// Returns the body of an answer, after its status and headers if they are asked for.
fn shown(answer: Value, include: bool) -> Result<Vec<u8>, Failure> {
    let Value::Record(answer) = answer else { return Ok(Vec::new()) };
    let mut text = Vec::new();
    if let (true, Some(status), Some(Value::Dict(headers))) = (include, answer.get("statusCode"), answer.get("headers"))
    {
        let word = |value: &Value| display(value, u64::MAX).map_err(Failure::Run);
        text.extend(format!("HTTP {}\n", word(status)?).into_bytes());
        for (name, value) in headers.iter() {
            text.extend(format!("{}: {}\n", word(name)?, word(value)?).into_bytes());
        }
        text.push(b'\n');
    }
    if let Some(Value::Bytes(body)) = answer.get("body") {
        text.extend_from_slice(body);
    }
    Ok(text)
}
