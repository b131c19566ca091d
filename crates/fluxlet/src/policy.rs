//! A policy as people write it: a TOML text with the sections `network` and `limits`.

use std::fmt;
use std::ops::Range;
use std::str::FromStr;

use ecow::EcoString;
use fluxlet_runtime::{Error, Limits, NetworkPolicy};
use fluxlet_semantic::similar;
use fluxlet_syntax::{Position, Source};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

mod quantity;

/// Longest text, in bytes.
const LONGEST: usize = 1 << 20;

/// Most problems of a text that are told.
const MOST: usize = 20;

/// What scripts may ask of the network, and how much they may use.
///
/// ```
/// use fluxlet::{Context, Policy};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let text = r#"
///     [network]
///     allowed_methods = ["GET"]
///
///     [limits]
///     memory = "64MiB"
///     time = "30s"
/// "#;
/// let policy = Policy::default().changed_by(text)?;
/// let context = Context::new().with_policy(policy.network).with_limits(policy.limits);
/// assert_eq!(context.limits().memory, 64 << 20);
/// # Ok(())
/// # }
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Policy {
    /// Where scripts may go, and what they may ask for there.
    pub network: NetworkPolicy,
    /// How much a run may use.
    pub limits: Limits,
}

/// What is wrong with the text of a policy: at least one problem.
///
/// ```
/// use fluxlet::Policy;
///
/// let error = Policy::default().changed_by("[limits]\nmemmory = 1").expect_err("it is misspelt");
/// let (place, message) = &error.problems()[0];
/// assert_eq!((place.line, place.column), (2, 1));
/// assert!(message.contains("did you mean `memory`?"));
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PolicyError(Vec<(Position, String)>);

impl Policy {
    /// Returns the policy for one's own scripts: every address, practically no limits.
    pub fn trusting() -> Self {
        Self { network: NetworkPolicy::open(), limits: Limits::trusting() }
    }

    /// Returns the policy with the settings of a TOML text; what the text does not set stays.
    ///
    /// The sections `network` and `limits` have the fields of [`NetworkPolicy`] and [`Limits`] as keys. Durations are
    /// written as in Flux, sizes as `"64MiB"` or as a number of bytes.
    ///
    /// # Errors
    /// Everything that is wrong with the text, with places: unknown keys, too.
    pub fn changed_by(mut self, text: &str) -> Result<Self, PolicyError> {
        if text.len() > LONGEST {
            let start = Position { line: 1, column: 1 };
            return Err(PolicyError(vec![(start, format!("the text has more than {LONGEST} bytes"))]));
        }
        let mut reader = Reader { problems: Vec::new() };
        match DeTable::parse(text) {
            Ok(table) => reader.policy(&mut self, table.get_ref()),
            Err(error) => reader.problem(error.span().unwrap_or(0..0), error.message().to_owned()),
        }
        if reader.problems.is_empty() {
            return Ok(self);
        }
        reader.problems.sort_by_key(|(offset, _)| *offset);
        reader.problems.truncate(MOST);
        let source = Source::new("policy", text);
        let place = |(offset, message)| (source.position(u32::try_from(offset).unwrap_or(u32::MAX)), message);
        Err(PolicyError(reader.problems.into_iter().map(place).collect()))
    }
}

impl PolicyError {
    /// Returns the problems in the order of their places, which count from 1 and columns in bytes.
    pub fn problems(&self) -> &[(Position, String)] {
        &self.0
    }
}

impl fmt::Display for PolicyError {
    /// Prints a line for each problem: `LINE:COLUMN: MESSAGE`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, (position, message)) in self.0.iter().enumerate() {
            let line = if index == 0 { "" } else { "\n" };
            write!(f, "{line}{position}: {message}")?;
        }
        Ok(())
    }
}

impl std::error::Error for PolicyError {}

/// Reads tables and collects what is wrong with them, by offset.
struct Reader {
    problems: Vec<(usize, String)>,
}

/// A value and what it is called.
struct Entry<'a> {
    name: &'a str,
    span: Range<usize>,
    value: &'a DeValue<'a>,
}

impl Reader {
    fn policy(&mut self, policy: &mut Policy, table: &DeTable<'_>) {
        const SECTIONS: &[&str] = &["network", "limits"];
        for (key, entry) in entries(table) {
            let DeValue::Table(section) = entry.value else {
                match SECTIONS.contains(&entry.name) {
                    true => self.expected(&entry, "a section"),
                    false => self.unknown(key, entry.name, SECTIONS),
                }
                continue;
            };
            match entry.name {
                "network" => self.network(&mut policy.network, section),
                "limits" => self.limits(&mut policy.limits, section),
                name => self.unknown(key, name, SECTIONS),
            }
        }
    }

    fn network(&mut self, network: &mut NetworkPolicy, table: &DeTable<'_>) {
        const KEYS: &[&str] = &[
            "private_addresses",
            "allowed_origins",
            "allowed_ports",
            "allowed_methods",
            "allowed_paths",
            "denied_ranges",
        ];
        for (key, entry) in entries(table) {
            match entry.name {
                "private_addresses" => match entry.value {
                    DeValue::Boolean(value) => network.private_addresses = *value,
                    _ => self.expected(&entry, "`true` or `false`"),
                },
                "allowed_origins" => {
                    let expected = "an origin such as `https://*.example.com` or `http://localhost:8086`";
                    self.list(&entry, expected, |text| text.parse().map_err(Some), &mut network.allowed_origins);
                }
                "allowed_ports" => {
                    let port = |text: &str| text.parse().ok().filter(|&port: &u16| port != 0).ok_or(None);
                    self.list(&entry, "a port from 1 to 65535", port, &mut network.allowed_ports);
                }
                "allowed_methods" => {
                    let method = |text: &str| match text.bytes().all(|byte| byte.is_ascii_uppercase()) {
                        true => text.parse().map_err(|_| None),
                        false => Err(None),
                    };
                    self.list(
                        &entry,
                        "a method in capital letters such as `GET`",
                        method,
                        &mut network.allowed_methods,
                    );
                }
                "allowed_paths" => {
                    let expected = "a path such as `/api/v2`";
                    self.list(&entry, expected, |text| text.parse().map_err(Some), &mut network.allowed_paths);
                }
                "denied_ranges" => {
                    let expected = "a range of addresses such as `10.0.0.0/8`";
                    self.list(
                        &entry,
                        expected,
                        |text| FromStr::from_str(text).map_err(|_| None),
                        &mut network.denied_ranges,
                    );
                }
                name => self.unknown(key, name, KEYS),
            }
        }
    }

    fn limits(&mut self, limits: &mut Limits, table: &DeTable<'_>) {
        const KEYS: &[&str] = &[
            "steps",
            "depth",
            "memory",
            "time",
            "requests",
            "in_flight",
            "concurrent_calls",
            "traffic",
            "request_body",
            "response_body",
        ];
        for (key, entry) in entries(table) {
            match entry.name {
                "steps" => self.number(&entry, &mut limits.steps),
                "depth" => self.number(&entry, &mut limits.depth),
                "requests" => self.number(&entry, &mut limits.requests),
                "in_flight" => self.number(&entry, &mut limits.in_flight),
                "concurrent_calls" => self.number(&entry, &mut limits.concurrent_calls),
                "memory" => self.size(&entry, &mut limits.memory),
                "traffic" => self.size(&entry, &mut limits.traffic),
                "request_body" => self.size(&entry, &mut limits.request_body),
                "response_body" => self.size(&entry, &mut limits.response_body),
                "time" => match entry.value {
                    DeValue::String(text) => match quantity::duration(text) {
                        Some(time) => limits.time = Some(time),
                        None => self.expected(&entry, quantity::DURATION),
                    },
                    _ => self.expected(&entry, quantity::DURATION),
                },
                name => self.unknown(key, name, KEYS),
            }
        }
    }

    fn number<T: TryFrom<u64>>(&mut self, entry: &Entry<'_>, limit: &mut T) {
        let number = integer(entry.value).filter(|&number| number > 0);
        match number.and_then(|number| T::try_from(number).ok()) {
            Some(number) => *limit = number,
            None => self.expected(entry, "a whole number from 1 on, which is not too large"),
        }
    }

    fn size(&mut self, entry: &Entry<'_>, limit: &mut u64) {
        let size = match entry.value {
            DeValue::String(text) => quantity::size(text),
            value => integer(value),
        };
        match size {
            Some(size) => *limit = size,
            None => self.expected(entry, quantity::SIZE),
        }
    }

    /// Reads a list of texts, or of numbers as they are written.
    fn list<T>(
        &mut self,
        entry: &Entry<'_>,
        expected: &str,
        parse: impl Fn(&str) -> Result<T, Option<Error>>,
        list: &mut Vec<T>,
    ) {
        let DeValue::Array(elements) = entry.value else { return self.expected(entry, "a list in brackets") };
        if elements.is_empty() {
            let message = format!("`{}` is empty, which would allow everything; leave it out then", entry.name);
            return match entry.name {
                "denied_ranges" => list.clear(),
                _ => self.problem(entry.span.clone(), message),
            };
        }
        list.clear();
        for element in elements.iter() {
            let text = match element.get_ref() {
                DeValue::String(text) => text.to_string(),
                DeValue::Integer(number) => number.to_string(),
                _ => String::new(),
            };
            match parse(&text) {
                Ok(element) => list.push(element),
                Err(reason) => {
                    let reason = reason.map(|error| format!(": {error}")).unwrap_or_default();
                    self.problem(element.span(), format!("`{}` expects {expected}{reason}", entry.name));
                }
            }
        }
    }

    fn expected(&mut self, entry: &Entry<'_>, expected: &str) {
        self.problem(entry.span.clone(), format!("`{}` expects {expected}", entry.name));
    }

    fn unknown(&mut self, span: Range<usize>, name: &str, known: &[&str]) {
        let keys: Vec<EcoString> = known.iter().map(|&key| key.into()).collect();
        let shown: String = name.chars().take(60).flat_map(char::escape_debug).collect();
        let help = match similar(name, keys.iter()) {
            Some(key) => format!("did you mean `{key}`?"),
            None => format!("expected one of `{}`", known.join("`, `")),
        };
        self.problem(span, format!("there is no `{shown}`; {help}"));
    }

    fn problem(&mut self, span: Range<usize>, message: String) {
        self.problems.push((span.start, message));
    }
}

/// Walks over a table; keys come with their places.
fn entries<'a>(table: &'a DeTable<'a>) -> impl Iterator<Item = (Range<usize>, Entry<'a>)> {
    table.iter().map(|(key, value): (&Spanned<_>, &Spanned<_>)| {
        let entry = Entry { name: key.get_ref(), span: value.span(), value: value.get_ref() };
        (key.span(), entry)
    })
}

fn integer(value: &DeValue<'_>) -> Option<u64> {
    match value {
        DeValue::Integer(number) => u64::from_str_radix(number.as_str(), number.radix()).ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
