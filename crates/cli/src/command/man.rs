//! `fluxlet man`: manual pages, from what `--help` says.

use std::fs;
use std::io;
use std::path::Path;

use clap::{Command, CommandFactory};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, roman};

use crate::arguments::{Arguments, ManArguments};
use crate::failure::Failure;
use crate::output;

/// Sections of the whole command's help that hold for each of its commands.
const SHARED: [&str; 2] = ["Exit codes:", "Environment:"];

/// Prints the page of the whole command, or writes one for it and for each of its commands.
///
/// # Errors
/// [`Failure::Usage`] if a file cannot be written.
pub(crate) fn man(arguments: &ManArguments) -> Result<(), Failure> {
    let mut command = Arguments::command();
    command.build();
    let help = command.get_after_help().map(ToString::to_string).unwrap_or_default();
    let Some(folder) = &arguments.folder else { return output::write_text(&page(&command, &help)) };
    fs::create_dir_all(folder).map_err(|error| unwritable(folder, &error))?;
    for command in std::iter::once(&command).chain(command.get_subcommands()) {
        let path = folder.join(format!("{}.1", name(command)));
        fs::write(&path, page(command, &help)).map_err(|error| unwritable(&path, &error))?;
    }
    Ok(())
}

fn name(command: &Command) -> &str {
    command.get_display_name().unwrap_or_else(|| command.get_name())
}

/// Returns the page of a command; `shared` is the end of the help of the whole command.
fn page(command: &Command, shared: &str) -> String {
    let help = command.get_after_help().map(ToString::to_string).unwrap_or_default();
    let missing = SHARED.iter().filter(|heading| !help.contains(*heading)).filter_map(|heading| {
        let start = shared.find(heading)?;
        shared[start..].split("\n\n").next()
    });
    let help = std::iter::once(help.as_str()).chain(missing).collect::<Vec<_>>().join("\n\n");
    // Memory can always be written to.
    let start = start(command).unwrap_or_default();
    String::from_utf8_lossy(&start).into_owned() + &sections(&help).to_roff()
}

/// Returns the page up to where the end of the help begins.
fn start(command: &Command) -> io::Result<Vec<u8>> {
    let source = concat!("fluxlet ", env!("CARGO_PKG_VERSION"));
    let man = Man::new(command.clone()).title(name(command).to_uppercase()).source(source).manual("Fluxlet");
    let mut page = Vec::new();
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    if command.has_subcommands() {
        man.render_subcommands_section(&mut page)?;
    }
    Ok(page)
}

/// Returns the sections at the end of a help: lines that are sentences flow, the others stay as they are.
fn sections(help: &str) -> Roff {
    let mut roff = Roff::new();
    let mut stays = false;
    let mut begins = true;
    for line in help.lines() {
        let is_heading = begins && line.ends_with(':') && !line.starts_with(' ') && line.len() < 50;
        let is_verbatim = line.starts_with(' ') && !line.ends_with('.') || stays && line.is_empty();
        if stays != is_verbatim {
            roff.control(if is_verbatim { "nf" } else { "fi" }, []);
            stays = is_verbatim;
        }
        match line.trim() {
            "" if stays => drop(roff.text([roman("")])),
            "" => drop(roff.control("PP", [])),
            _ if stays => drop(roff.text([roman(line.strip_prefix("  ").unwrap_or(line))])),
            heading if is_heading => drop(roff.control("SH", [heading.trim_end_matches(':').to_uppercase().as_str()])),
            sentence => drop(roff.text([roman(sentence)])),
        }
        begins = line.is_empty();
    }
    if stays {
        roff.control("fi", []);
    }
    roff
}

fn unwritable(path: &Path, error: &io::Error) -> Failure {
    Failure::file(path, format!("cannot write `{}`: {error}", path.display()))
}
