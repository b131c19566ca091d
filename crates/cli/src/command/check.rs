//! `fluxlet check`: syntax and type errors of scripts that are not run.

use fluxlet::Engine;

use crate::arguments::CheckArguments;
use crate::failure::Failure;
use crate::input::Script;
use crate::report::Report;
use crate::variables::Variables;

/// Checks each script; one that cannot be read does not keep the others from being checked.
///
/// # Errors
/// [`Failure::Usage`] for files that cannot be read, else [`Failure::Compile`] for scripts with errors.
pub(crate) async fn check(engine: &Engine, arguments: CheckArguments, report: &mut Report) -> Result<(), Failure> {
    let variables = Variables::evaluate(engine, &arguments.variables.var, None, report).await?;
    let code = arguments.eval.map(|code| Ok(Script::of_code(code)));
    let mut worst = Ok(());
    for script in code.into_iter().chain(arguments.files.iter().map(|path| Script::read(path))) {
        let result = script.and_then(|script| {
            variables.compile(engine, &script).map(drop).map_err(|error| {
                report.compile_error(&error);
                Failure::Compile
            })
        });
        match (result, &worst) {
            (Ok(()), _) => {}
            (Err(Failure::Compile), _) if worst.is_err() => {}
            // The last problem is told by the caller.
            (Err(failure), Err(Failure::Usage(_))) => report.failure(&failure),
            (Err(failure), _) => worst = Err(failure),
        }
    }
    worst
}
