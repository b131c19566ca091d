//! Reads the profiles that the `influx` command keeps.

use std::path::{Path, PathBuf};

use toml::{Table, Value};

use crate::environment::Environment;
use crate::failure::Failure;
use crate::input;
use crate::report::Report;

/// A server and how to get in, under a name.
pub(crate) struct Profile {
    pub(crate) name: String,
    pub(crate) url: Option<String>,
    pub(crate) token: Option<String>,
    pub(crate) org: Option<String>,
}

/// Returns the profile called `wanted`, or the active one, if there is one.
///
/// A broken file is noted in `report` if nobody asked for a profile.
///
/// # Errors
/// [`Failure::Usage`] if the wanted profile cannot be had. Messages show nothing of the file but names of profiles.
pub(crate) fn load(
    wanted: Option<&str>,
    environment: &Environment,
    report: &mut Report,
) -> Result<Option<Profile>, Failure> {
    let path = path(environment)?;
    match (wanted, path) {
        (Some(name), Some(path)) => named(&path, name).map(Some),
        (Some(_), None) => Err(Failure::usage("there is no home directory to look for profiles in")),
        (None, Some(path)) if path.is_file() => match active(&path) {
            Ok(profile) => Ok(profile),
            Err(Failure::Usage(problem)) => {
                report.note(&format!("no profile is used: {}", problem.message));
                Ok(None)
            }
            Err(failure) => Err(failure),
        },
        (None, _) => Ok(None),
    }
}

fn path(environment: &Environment) -> Result<Option<PathBuf>, Failure> {
    match environment.get("INFLUX_CONFIGS_PATH")? {
        Some(path) => Ok(Some(path.into())),
        None => Ok(std::env::home_dir().map(|home| home.join(".influxdbv2").join("configs"))),
    }
}

fn named(path: &Path, name: &str) -> Result<Profile, Failure> {
    let table = read(path)?;
    match table.get(name) {
        Some(Value::Table(entries)) => profile(path, name, entries),
        _ => {
            let known: Vec<_> = profiles(&table).map(|(name, _)| format!("`{name}`")).take(10).collect();
            let known = if known.is_empty() { "none".to_owned() } else { known.join(", ") };
            let message = format!("`{}` has no profile `{name}`; it has {known}", path.display());
            Err(Failure::file(path, message))
        }
    }
}

fn active(path: &Path) -> Result<Option<Profile>, Failure> {
    let table = read(path)?;
    let is_active = |entries: &Table| entries.get("active").and_then(Value::as_bool) == Some(true);
    let active = profiles(&table).find(|(_, entries)| is_active(entries));
    active.map(|(name, entries)| profile(path, name, entries)).transpose()
}

fn read(path: &Path) -> Result<Table, Failure> {
    let text = input::read_text(path)?;
    text.parse::<Table>().map_err(|error| {
        // The text of the error quotes the file, which holds tokens.
        let before = error.span().and_then(|span| text.get(..span.start));
        let place = before.map_or(String::new(), |before| format!(": line {} is wrong", before.lines().count().max(1)));
        Failure::file(path, format!("`{}` is not valid TOML{place}", path.display()))
    })
}

fn profiles(table: &Table) -> impl Iterator<Item = (&String, &Table)> {
    table.iter().filter_map(|(name, value)| value.as_table().map(|entries| (name, entries)))
}

fn profile(path: &Path, name: &str, entries: &Table) -> Result<Profile, Failure> {
    let text = |key: &str| match entries.get(key) {
        None => Ok(None),
        Some(Value::String(text)) => Ok(Some(text.clone()).filter(|text| !text.is_empty())),
        Some(_) => {
            let message = format!("`{key}` of profile `{name}` in `{}` is no string", path.display());
            Err(Failure::file(path, message))
        }
    };
    Ok(Profile { name: name.to_owned(), url: text("url")?, token: text("token")?, org: text("org")? })
}
