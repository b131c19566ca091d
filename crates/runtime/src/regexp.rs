//! A compiled regular expression.

mod dialect;

use std::fmt;

use ecow::EcoString;

use crate::{Error, Result};

/// Most bytes of a compiled program.
const PROGRAM_BYTES: usize = 1 << 20;

/// A regular expression of the RE2 family: no look-around, no back-references, linear time.
pub struct Regexp {
    pattern: EcoString,
    program: regex::Regex,
    /// The names of groups, with their numbers; several groups may share a name.
    names: Vec<(EcoString, usize)>,
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
        Ok(Self { pattern: pattern.into(), program, names })
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
    pub fn is_match(&self, text: &str) -> bool {
        self.program.is_match(text)
    }
}

impl fmt::Debug for Regexp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "/{}/", self.pattern)
    }
}

#[cfg(test)]
mod tests;
