//! `fluxlet run`: runs a script and prints its values.

use std::path::Path;

use fluxlet::Engine;

use crate::arguments::RunArguments;
use crate::context::Contexts;
use crate::fail::Refusals;
use crate::failure::Failure;
use crate::input::{STANDARD_INPUT, Script};
use crate::output;
use crate::recording::Recording;
use crate::report::Report;
use crate::variables::Variables;

/// Runs a script.
///
/// Everything that can be checked is checked before the script starts.
///
/// # Errors
/// Whatever keeps the script from its end.
pub(crate) async fn run(engine: &Engine, mut arguments: RunArguments, report: &mut Report) -> Result<(), Failure> {
    let standard_input = Some(Path::new(STANDARD_INPUT));
    if arguments.file.as_deref() == standard_input
        && arguments.context.connection.token_file.as_deref() == standard_input
    {
        return Err(Failure::usage("script and token cannot both come from the standard input"));
    }
    let timeout = arguments.timeout;
    let script = match (arguments.eval.take(), &arguments.file) {
        (Some(code), _) => Script::of_code(code),
        (None, Some(file)) => Script::read_filled(file)?,
        (None, None) => return Err(Failure::usage("no script is given: name a file, or use `-e`")),
    };
    let variables = Variables::evaluate(engine, &arguments.script.variables.var, timeout, report).await?;
    let program = variables.compile(engine, &script).map_err(|error| report.compile_error(&error))?;
    let made = Contexts::gather(&arguments.context, timeout, report)?.make().await?;
    let (recording, context) = Recording::begin(&arguments.recording, &made, report)?;
    let (refusals, context) = Refusals::around(&context);
    let has_values = recording.has_values();
    let (results, error) = match program.attempt(&variables.give(context)).await {
        Ok(results) => (results, None),
        Err(failure) => (failure.results, Some(failure.error)),
    };
    let ended = recording.end(report);
    if has_values {
        output::write(&results.values, arguments.output, report.redactor())?;
    }
    match (error, ended) {
        (None, ended) => ended?,
        (Some(error), ended) => {
            if let Err(failure) = ended {
                report.failure(&failure);
            }
            return Err(Failure::Run(error));
        }
    }
    match refusals.first() {
        Some(message) if arguments.fail => Err(Failure::unmet(message)),
        _ => Ok(()),
    }
}
