//! A compiled regular expression.

mod dialect;

use std::fmt;
use std::sync::OnceLock;

use ecow::EcoString;
use regex_automata::nfa::thompson::NFA;

use crate::{Error, Result};

/// Most bytes of a compiled program.
const PROGRAM_BYTES: usize = 1 << 20;

/// Most steps that one search may take: seconds of them, since no search can be stopped.
const STEPS: usize = 1 << 30;

/// Texts up to this length are never too long: a program of 1 MiB has fewer states than [`STEPS`] has times this length.
const SHORT: usize = 16 << 10;

/// A regular expression of the RE2 family: no look-around, no back-references, linear time.
///
/// ```
/// use fluxlet_runtime::Regexp;
///
/// let regexp = Regexp::new("^pump-(?P<id>[0-9]+)$")?;
/// assert!(regexp.is_match("pump-12")?);
/// assert_eq!(regexp.groups("id").collect::<Vec<_>>(), [1]);
/// assert!(Regexp::new("(").is_err());
/// # Ok::<(), fluxlet_runtime::Error>(())
/// ```
pub struct Regexp {
    pattern: EcoString,
    program: regex::Regex,
    /// The names of groups, with their numbers; several groups may share a name.
    names: Vec<(EcoString, usize)>,
    /// How many states the automaton has, each of which a search may visit at each byte; counted at the first long text.
    states: OnceLock<usize>,
}

impl Regexp {
    /// Compiles `pattern`.
    ///
    /// # Errors
    /// `invalid` if it is no regular expression, `resource exhausted` if its program is larger than 1 MiB.
    pub fn new(pattern: &str) -> Result<Self> {
        let bad = |reason: &str| Error::invalid(format!("cannot parse the regular expression: {reason}"));
        let dialect::Translated { text, names } = dialect::translate(pattern).map_err(|reason| bad(&reason))?;
        let program = regex::RegexBuilder::new(&text).size_limit(PROGRAM_BYTES).build();
        let program = program.map_err(|error| match error {
            regex::Error::CompiledTooBig(limit) => {
                Error::exhausted(format!("the regular expression needs more than {limit} bytes"))
            }
            error => {
                let text = error.to_string();
                let reason = text.lines().rev().find_map(|line| line.trim().strip_prefix("error: "));
                bad(reason.unwrap_or("bad syntax"))
            }
        })?;
        Ok(Self { pattern: pattern.into(), program, names, states: OnceLock::new() })
    }

    /// Returns the pattern, without slashes.
    pub fn pattern(&self) -> &EcoString {
        &self.pattern
    }

    /// Returns the compiled expression.
    pub fn program(&self) -> &regex::Regex {
        &self.program
    }

    /// Walks over the numbers of the groups with a name.
    pub fn groups<'a>(&'a self, name: &'a str) -> impl Iterator<Item = usize> + 'a {
        self.names.iter().filter(move |(known, _)| known == name).map(|(_, group)| *group)
    }

    /// Tells whether `text` holds a match anywhere.
    ///
    /// # Errors
    /// Those of [`Regexp::check_work`].
    pub fn is_match(&self, text: &str) -> Result<bool> {
        self.check_work(text)?;
        Ok(self.program.is_match(text))
    }

    /// Checks that one search in `text` ends within a bearable time. A search takes a step for each byte, and in the worst
    /// case one for each byte and state of the automaton.
    ///
    /// # Errors
    /// `resource exhausted` if the worst case has more than 2³⁰ steps.
    pub fn check_work(&self, text: &str) -> Result<()> {
        if text.len() <= SHORT {
            return Ok(());
        }
        let states = *self.states.get_or_init(|| NFA::new(self.program.as_str()).map_or(0, |nfa| nfa.states().len()));
        if text.len() <= STEPS / states.max(1) {
            return Ok(());
        }
        let bytes = text.len();
        Err(Error::exhausted(format!(
            "a text of {bytes} bytes is too long for a regular expression of {states} states; search in parts of it"
        )))
    }
}

impl fmt::Debug for Regexp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "/{}/", self.pattern)
    }
}

#[cfg(test)]
mod tests;
