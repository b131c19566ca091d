//! A cassette: the exchanges of runs as a text, and what a context has to be for them to happen again.

use std::collections::BTreeSet;
use std::fmt;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use fluxlet_runtime::{Context, Endpoint, Error, Redactor, Result, Time};
use http::HeaderName;
use serde::{Deserialize, Serialize};

use crate::clock::FixedClock;
use crate::record::Exchange;

mod problem;

/// The version of the form that this program writes and reads.
const VERSION: u32 = 1;

/// Most bytes of a cassette's text.
const LONGEST: usize = 64 << 20;

/// The exchanges of runs, and the context that they happened in, without credentials.
///
/// Its text is one JSON document that people can read and edit, and that differs in few lines where little has changed.
/// The fields `matched headers` and `testcase` are for editors: the request headers that have to be the same for an
/// exchange to be found, and the test case that an exchange is kept for.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "an object, the whole cassette")]
pub struct Cassette {
    #[serde(rename = "fluxlet cassette")]
    version: Version,
    now: Instant,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    host: Option<Host>,
    /// Whether the context had a token.
    #[serde(default)]
    token: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    org: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none", rename = "org id")]
    org_id: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none", rename = "user id")]
    user_id: Option<String>,
    /// The keys of the secrets that the context had.
    #[serde(default)]
    secrets: BTreeSet<String>,
    #[serde(default, rename = "matched headers")]
    matched_headers: Vec<Name>,
    exchanges: Vec<Exchange>,
}

/// The number of the form.
#[derive(Clone, Serialize, Deserialize)]
#[serde(into = "u32", try_from = "u32")]
struct Version;

/// An instant in RFC 3339.
#[derive(Clone, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
struct Instant(Time);

/// A server, written as a URL.
#[derive(Clone, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
struct Host(Endpoint);

/// The name of a header.
#[derive(Clone, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
struct Name(HeaderName);

impl Cassette {
    /// Makes a cassette without exchanges for runs in `context`, at the time that its clock shows.
    pub fn of(context: &Context) -> Self {
        let text = |text: Option<&_>| text.map(ToString::to_string);
        Self {
            version: Version,
            now: Instant(context.clock().now()),
            host: context.host().cloned().map(Host),
            token: context.token().is_some(),
            org: text(context.org()),
            org_id: text(context.org_id()),
            user_id: text(context.user_id()),
            secrets: BTreeSet::new(),
            matched_headers: Vec::new(),
            exchanges: Vec::new(),
        }
    }

    /// Adds keys of secrets that the context has.
    pub fn with_secrets(mut self, keys: impl IntoIterator<Item = String>) -> Self {
        self.secrets.extend(keys);
        self
    }

    /// Adds the exchanges of a run; those of a test case are replayed to the test case of that name only.
    pub fn add(&mut self, testcase: Option<&str>, exchanges: impl IntoIterator<Item = Exchange>) {
        let of_testcase = |exchange| Exchange { testcase: testcase.map(str::to_owned), ..exchange };
        self.exchanges.extend(exchanges.into_iter().map(of_testcase));
    }

    /// Reads the text of a cassette.
    ///
    /// # Errors
    /// `invalid` with the line and the column up to which it was read, `resource exhausted` for more than 64 MiB. The
    /// message shows nothing of requests and responses.
    pub fn parse(text: &str) -> Result<Self> {
        if text.len() > LONGEST {
            return Err(too_long());
        }
        serde_json::from_str(text).map_err(|error| problem::told(&error))
    }

    /// Reads a cassette from a file.
    ///
    /// # Errors
    /// `not found` and `unavailable` for a file that cannot be read, and those of [`Cassette::parse`].
    pub fn load(path: &Path) -> Result<Self> {
        let mut bytes = Vec::new();
        let read = |file: File| file.take(LONGEST as u64 + 1).read_to_end(&mut bytes);
        File::open(path).and_then(read).map_err(|error| problem::of_file(path, &error))?;
        if bytes.len() > LONGEST {
            return Err(too_long().prefixed(format_args!("`{}`: ", path.display())));
        }
        let text = String::from_utf8(bytes).map_err(|_| Error::invalid("the cassette is not UTF-8 text"));
        text.and_then(|text| Self::parse(&text)).map_err(|error| error.prefixed(format_args!("`{}`: ", path.display())))
    }

    /// Returns the text.
    ///
    /// # Errors
    /// `resource exhausted` if it has more than 64 MiB, which nobody could read again.
    pub fn text(&self) -> Result<String> {
        let text = serde_json::to_string_pretty(self).map_err(|_| Error::internal("the cassette has no text"))?;
        if text.len() >= LONGEST { Err(too_long()) } else { Ok(text + "\n") }
    }

    /// Returns a context like `context`, but with what the cassette says: the time, the InfluxDB, and a stand-in for its
    /// token. Secrets and client stay what they are.
    ///
    /// # Errors
    /// None in practice: the stand-in for the token is one.
    pub fn give(&self, context: Context) -> Result<Context> {
        let mut context = context.with_clock(FixedClock::new(self.now.0));
        if let Some(Host(host)) = &self.host {
            context = context.with_host(&host.to_string())?;
        }
        if self.token {
            context = context.with_token(Redactor::MARK)?;
        }
        let ids = [
            (&self.org, Context::with_org as fn(Context, String) -> Context),
            (&self.org_id, Context::with_org_id),
            (&self.user_id, Context::with_user_id),
        ];
        let given = ids.into_iter().filter_map(|(id, set)| Some((id.clone()?, set)));
        Ok(given.fold(context, |context, (id, set)| set(context, id)))
    }

    /// Walks over the keys of the secrets that the runs had, each with a stand-in for its value.
    pub fn secrets(&self) -> impl Iterator<Item = (&str, &'static str)> {
        self.secrets.iter().map(|key| (key.as_str(), Redactor::MARK))
    }

    pub(crate) fn exchanges(&self) -> &[Exchange] {
        &self.exchanges
    }

    pub(crate) fn matched_headers(&self) -> impl Iterator<Item = &HeaderName> {
        self.matched_headers.iter().map(|name| &name.0)
    }
}

impl fmt::Debug for Cassette {
    /// Shows no request and no response.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Cassette")
            .field("now", &self.now.0)
            .field("exchanges", &self.exchanges.len())
            .finish_non_exhaustive()
    }
}

fn too_long() -> Error {
    Error::exhausted(format!("a cassette has at most {} MiB", LONGEST >> 20))
}

impl From<Version> for u32 {
    fn from(_: Version) -> Self {
        VERSION
    }
}

impl TryFrom<u32> for Version {
    type Error = String;

    fn try_from(version: u32) -> Result<Self, String> {
        let problem = || format!("the cassette has version {version}; this program reads version {VERSION}");
        (version == VERSION).then_some(Self).ok_or_else(problem)
    }
}

impl From<Instant> for String {
    fn from(instant: Instant) -> Self {
        instant.0.rfc3339()
    }
}

impl TryFrom<String> for Instant {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, &'static str> {
        Time::parse(&text).map(Self).map_err(|_| "`now` is a time such as `2030-01-31T12:00:00Z`")
    }
}

impl From<Host> for String {
    fn from(host: Host) -> Self {
        host.0.to_string()
    }
}

impl TryFrom<String> for Host {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Endpoint::parse(&text).map(Self).map_err(|error| format!("`host`: {}", error.message()))
    }
}

impl From<Name> for String {
    fn from(name: Name) -> Self {
        name.0.to_string()
    }
}

impl TryFrom<String> for Name {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, &'static str> {
        HeaderName::from_bytes(text.as_bytes()).map(Self).map_err(|_| "`matched headers` are names of headers")
    }
}
