//! `fluxlet check`: syntax and type errors of scripts that are not run, and warnings of what cannot be meant.

use fluxlet::Engine;

use crate::arguments::CheckArguments;
use crate::failure::{Failure, Worst};
use crate::input::Script;
use crate::report::Report;
use crate::variables::Variables;

/// Checks each script; one that cannot be read does not keep the others from being checked.
///
/// # Errors
/// Those of files that cannot be read count before those of scripts with errors.
pub(crate) async fn check(engine: &Engine, arguments: CheckArguments, report: &mut Report) -> Result<(), Failure> {
    let variables = Variables::evaluate(engine, &arguments.script.variables.var, None, report).await?;
    let code = arguments.eval.map(|code| Ok(Script::of_code(code)));
    let mut worst = Worst::default();
    for script in code.into_iter().chain(arguments.files.iter().map(|path| Script::read_filled(path))) {
        let result = script.and_then(|script| match variables.compile(engine, &script) {
            Ok(program) => {
                report.warnings(&program);
                Ok(())
            }
            Err(error) => Err(report.compile_error(&error)),
        });
        if let Err(failure) = result {
            report.failure(&failure);
            worst.add(&failure);
        }
    }
    worst.result()
}
