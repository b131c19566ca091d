//! `fluxlet completions`: what a shell completes, with the names of packages and the codes of errors.

use clap::CommandFactory;
use clap::builder::PossibleValuesParser;
use fluxlet::{Engine, explain};

use crate::arguments::{Arguments, CompletionsArguments};
use crate::failure::Failure;
use crate::output;

/// Prints the completions for a shell.
///
/// # Errors
/// If the output cannot be written.
pub(crate) fn completions(engine: &Engine, arguments: &CompletionsArguments) -> Result<(), Failure> {
    let mut packages: Vec<&'static str> = engine.registry().packages().map(|package| package.path).collect();
    packages.sort_unstable();
    let packages = PossibleValuesParser::new(packages);
    let codes = PossibleValuesParser::new(explain::codes());
    let mut command = Arguments::command()
        .mut_subcommand("doc", |doc| doc.mut_arg("name", |name| name.value_parser(packages)))
        .mut_subcommand("explain", |explain| explain.mut_arg("code", |code| code.value_parser(codes)));
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut command, "fluxlet", &mut script);
    output::write_text(&String::from_utf8_lossy(&script))
}
