//! `fluxlet completions`: what a shell completes, with the names of packages and the codes of errors.

use clap::CommandFactory;
use clap::builder::PossibleValuesParser;
use clap_complete::Shell;
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
    let codes: Vec<&'static str> = explain::codes().collect();
    let values = [("doc", "name", packages), ("explain", "code", codes)];
    let mut command = Arguments::command();
    for (name, argument, values) in values.clone() {
        let parser = PossibleValuesParser::new(values);
        command = command.mut_subcommand(name, |command| command.mut_arg(argument, |it| it.value_parser(parser)));
    }
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut command, "fluxlet", &mut script);
    let mut script = String::from_utf8_lossy(&script).into_owned();
    if arguments.shell == Shell::Fish {
        // What is generated for this shell knows flags alone.
        for (name, _, values) in values {
            let values = values.join(" ");
            script.push_str(&format!(
                "complete -c fluxlet -n \"__fish_seen_subcommand_from {name}\" -f -a \"{values}\"\n"
            ));
        }
    }
    output::write_text(&script)
}
