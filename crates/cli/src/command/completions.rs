//! `fluxlet completions`: what a shell completes, with the names of packages and their members and the codes of errors.

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
    let codes: Vec<&'static str> = explain::codes().collect();
    let values = [("doc", "name", documented(engine)), ("explain", "code", codes)];
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

/// Returns what `fluxlet doc` knows: each package, and behind it its members.
fn documented(engine: &Engine) -> Vec<&'static str> {
    let mut paths: Vec<&'static str> = engine.registry().packages().map(|package| package.path).collect();
    paths.sort_unstable();
    let mut names = Vec::new();
    for path in paths {
        names.push(path);
        let members = engine.document(path).map(|package| package.members).unwrap_or_default();
        // The parser takes texts that last, and the process ends with the script.
        names.extend(members.iter().map(|member| &*format!("{path}.{}", member.name).leak()));
    }
    names
}
