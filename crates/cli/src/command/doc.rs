//! `fluxlet doc`: what packages and their members do, from their declarations.

use fluxlet::{Engine, ImportError, MemberDoc, PackageDoc};

use crate::arguments::DocArguments;
use crate::failure::Failure;
use crate::output;

/// Prints the packages, a package, or a member.
///
/// # Errors
/// If there is no such package or member, or the output cannot be written.
pub(crate) fn doc(engine: &Engine, arguments: &DocArguments) -> Result<(), Failure> {
    let Some(name) = &arguments.name else { return output::write_text(&packages(engine)) };
    let help = match engine.document(name) {
        Ok(package) => return output::write_text(&package_text(&package)),
        Err(error @ ImportError::Unknown { .. }) => error.help(),
        Err(error) => return Err(Failure::usage(format!("`{name}`: {error}"))),
    };
    let help = help.unwrap_or_else(|| "`fluxlet doc` lists the packages".to_owned());
    let unknown = || {
        let shown: String = name.chars().take(60).flat_map(char::escape_debug).collect();
        Failure::usage(format!("there is no package and no member `{shown}`; {help}"))
    };
    let (path, member) = name.rsplit_once('.').unwrap_or(("universe", name));
    let package = engine.document(path).map_err(|_| unknown())?;
    let member = package.members.iter().find(|known| known.name == member).ok_or_else(unknown)?;
    output::write_text(&member_text(&package.path, member))
}

/// Returns each package with the first sentence about it.
fn packages(engine: &Engine) -> String {
    let mut paths: Vec<&str> = engine.registry().packages().map(|package| package.path).collect();
    paths.sort_unstable();
    let width = paths.iter().map(|path| path.len()).max().unwrap_or_default();
    let line = |path: &&str| {
        let summary = engine.document(path).map(|package| package.summary()).unwrap_or_default();
        format!("{path:width$}  {summary}\n")
    };
    paths.iter().map(line).collect()
}

fn package_text(package: &PackageDoc) -> String {
    let mut text = format!("{}\n", package.path);
    if !package.text.is_empty() {
        text.push_str(&format!("\n{}\n", package.text));
    }
    for member in &package.members {
        text.push_str(&format!("\n{}\n    {}\n", signature(member), member.summary()));
    }
    text
}

fn member_text(path: &str, member: &MemberDoc) -> String {
    format!("{path}\n\n{}\n\n{}\n", signature(member), member.text)
}

fn signature(member: &MemberDoc) -> String {
    let option = if member.option { "option " } else { "" };
    let missing = if member.implemented { "" } else { "  (not implemented yet)" };
    format!("{option}{} : {}{missing}", member.name, member.ty)
}
