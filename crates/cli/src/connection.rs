//! The InfluxDB of a run: each value from the first place that has it.

use std::fmt;

use fluxlet::Endpoint;

use crate::arguments::ConnectionArguments;
use crate::environment::Environment;
use crate::failure::Failure;
use crate::input;
use crate::profile::{self, Profile};
use crate::report::Report;

/// What a context is told of its InfluxDB.
#[derive(Default)]
pub(crate) struct Connection {
    pub(crate) host: Option<Setting>,
    pub(crate) token: Option<Setting>,
    pub(crate) org: Option<String>,
    pub(crate) org_id: Option<String>,
    pub(crate) user_id: Option<String>,
}

/// A value and where it comes from.
pub(crate) struct Setting {
    pub(crate) text: String,
    pub(crate) from: Place,
}

/// Where a value comes from.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Place {
    Flag(&'static str),
    File(String),
    Variable(&'static str),
    Profile(String),
}

impl Connection {
    /// Puts together flags, environment and profile: a flag counts before the environment, the environment before the
    /// profile. The token of a profile is only taken for the origin of that profile.
    ///
    /// # Errors
    /// [`Failure::Usage`] for files that cannot be read and values that are not UTF-8. No message shows a token.
    pub(crate) fn gather(
        arguments: &ConnectionArguments,
        environment: &Environment,
        report: &mut Report,
    ) -> Result<Self, Failure> {
        let profile = match &arguments.active_config {
            Some(name) => profile::load(Some(name), environment, report)?,
            None => profile::load(environment.get("INFLUX_ACTIVE_CONFIG")?.as_deref(), environment, report)?,
        };
        let from_environment = |name: &'static str| {
            environment.get(name).map(|text| text.map(|text| Setting { text, from: Place::Variable(name) }))
        };
        let of_profile = |text: Option<&String>| {
            let profile = profile.as_ref()?;
            text.map(|text| Setting { text: text.clone(), from: Place::Profile(profile.name.clone()) })
        };
        let host = match host_argument(arguments)? {
            Some(host) => Some(host),
            None => from_environment("INFLUX_HOST")?.or_else(|| of_profile(profile.as_ref()?.url.as_ref())),
        };
        let token = match token_argument(arguments)? {
            Some(token) => Some(token),
            None => from_environment("INFLUX_TOKEN")?
                .or_else(|| of_profile(token_of(profile.as_ref()?, host.as_ref(), report))),
        };
        let org = match &arguments.org {
            Some(org) => Some(org.clone()),
            None => environment.get("INFLUX_ORG")?.or_else(|| profile.as_ref()?.org.clone()),
        };
        Ok(Self { host, token, org, org_id: arguments.org_id.clone(), user_id: arguments.user_id.clone() })
    }
}

fn host_argument(arguments: &ConnectionArguments) -> Result<Option<Setting>, Failure> {
    let Some(host) = &arguments.host else { return Ok(None) };
    let text = host.to_str().ok_or_else(|| Failure::usage("the value of `--host` is not UTF-8 text"))?;
    Ok(Some(Setting { text: text.to_owned(), from: Place::Flag("--host") }))
}

fn token_argument(arguments: &ConnectionArguments) -> Result<Option<Setting>, Failure> {
    if let Some(token) = &arguments.token {
        let text = token.to_str().ok_or_else(|| Failure::usage("the value of `--token` is not UTF-8 text"))?;
        return Ok(Some(Setting { text: text.to_owned(), from: Place::Flag("--token") }));
    }
    let Some(path) = &arguments.token_file else { return Ok(None) };
    let text = input::read_text(path)?;
    // Editors end files with a line break.
    let text = text.trim_end_matches(['\r', '\n']).to_owned();
    Ok(Some(Setting { text, from: Place::File(path.display().to_string()) }))
}

/// Returns the token of `profile` if `host` has the origin that the profile is for.
fn token_of<'a>(profile: &'a Profile, host: Option<&Setting>, report: &mut Report) -> Option<&'a String> {
    let token = profile.token.as_ref()?;
    let host = match host {
        Some(host) if host.from != Place::Profile(profile.name.clone()) => host,
        _ => return Some(token),
    };
    // A host that cannot be parsed becomes an error elsewhere.
    let origin = Endpoint::parse(&host.text).ok()?.origin;
    let own = profile.url.as_ref().and_then(|url| Endpoint::parse(url).ok());
    if own.is_some_and(|own| own.origin == origin) {
        return Some(token);
    }
    report.note(&format!(
        "the token of profile `{}` is not used: it is for the host of that profile, not for `{origin}` from {}",
        profile.name, host.from
    ));
    None
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Place::Flag(name) | Place::Variable(name) => write!(f, "`{name}`"),
            Place::File(path) => write!(f, "`{path}`"),
            Place::Profile(name) => write!(f, "profile `{name}`"),
        }
    }
}
