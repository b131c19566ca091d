//! A set of characters that is quick to ask, however many it holds.

use fluxlet_runtime::{Result, Run};

/// A set of characters.
pub(super) struct CharacterSet {
    /// Without doubles, in order.
    characters: Vec<char>,
}

impl CharacterSet {
    /// Collects the characters of a text.
    ///
    /// # Errors
    /// `resource exhausted` past the memory of the run.
    pub(super) fn new(run: &Run, text: &str) -> Result<Self> {
        run.charge((text.len() as u64).saturating_mul(size_of::<char>() as u64))?;
        let mut characters: Vec<char> = text.chars().collect();
        characters.sort_unstable();
        characters.dedup();
        Ok(Self { characters })
    }

    /// Tells whether `character` is in the set.
    pub(super) fn contains(&self, character: char) -> bool {
        self.characters.binary_search(&character).is_ok()
    }
}
