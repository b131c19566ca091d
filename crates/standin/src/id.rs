//! Ids of resources: 16 hexadecimal digits, never zero.

use std::collections::VecDeque;
use std::fmt;

use serde::{Serialize, Serializer};

use crate::error::ApiError;

/// The id of a resource.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) struct Id(u64);

/// Gives ids away: first the prescribed ones, then random ones, none twice.
#[derive(Debug)]
pub(crate) struct IdSource {
    prescribed: VecDeque<u64>,
    state: u64,
}

impl Id {
    /// Reads an id from 16 hexadecimal digits of either case.
    pub(crate) fn parse(text: &str) -> Result<Id, ApiError> {
        if text.len() != 16 {
            return Err(ApiError::invalid("id must have a length of 16 bytes"));
        }
        if !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(ApiError::invalid("invalid ID"));
        }
        match u64::from_str_radix(text, 16) {
            Ok(number) if number != 0 => Ok(Id(number)),
            _ => Err(ApiError::invalid("invalid ID")),
        }
    }

    /// Returns the id after this one, unless this is the last.
    pub(crate) fn next(self) -> Option<Id> {
        self.0.checked_add(1).map(Id)
    }
}

impl IdSource {
    /// Makes a source; the same seed gives the same random ids.
    pub(crate) fn new(prescribed: Vec<u64>, seed: u64) -> IdSource {
        IdSource { prescribed: prescribed.into_iter().filter(|id| *id != 0).collect(), state: seed }
    }

    /// Gives the next id away.
    pub(crate) fn next(&mut self) -> Id {
        if let Some(id) = self.prescribed.pop_front() {
            return Id(id);
        }
        loop {
            // SplitMix64: a bijection of a counter, so that no id comes twice.
            self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mut mixed = self.state;
            mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            mixed ^= mixed >> 31;
            if mixed != 0 {
                return Id(mixed);
            }
        }
    }
}

impl fmt::Display for Id {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:016x}", self.0)
    }
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
