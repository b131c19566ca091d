//! A growing body that never passes its limit.

use bytes::Bytes;

use crate::fault::Fault;

/// Largest part of a body that is given memory before it has come.
const ADVANCE: u64 = 1024 * 1024;

/// Smallest step of growth.
const STEP: usize = 8 * 1024;

/// The bytes of a body. Memory grows with what has come, not with what was promised.
pub(crate) struct Buffer {
    bytes: Vec<u8>,
    limit: u64,
    /// The final length, if the server promised one.
    expected: Option<u64>,
}

impl Buffer {
    pub(crate) fn new(limit: u64, expected: Option<u64>) -> Self {
        Self { bytes: Vec::new(), limit, expected }
    }

    pub(crate) fn len(&self) -> u64 {
        self.bytes.len() as u64
    }

    /// Adds `more`.
    pub(crate) fn append(&mut self, more: &[u8]) -> Result<(), Fault> {
        self.reserve(more.len())?;
        self.bytes.extend_from_slice(more);
        Ok(())
    }

    /// Lets `write` fill the spare room, at least one byte of it, and returns what it added.
    pub(crate) fn fill<R>(&mut self, write: impl FnOnce(&mut Vec<u8>) -> R) -> Result<(R, &[u8]), Fault> {
        if self.bytes.len() == self.bytes.capacity() {
            // One byte more than the limit, since only a byte too many shows that the limit is passed.
            let room = self.limit.saturating_add(1).saturating_sub(self.len());
            self.grow(usize::try_from(room).unwrap_or(usize::MAX).min(STEP))?;
        }
        let before = self.bytes.len();
        let result = write(&mut self.bytes);
        if self.len() > self.limit {
            return Err(too_large(self.limit));
        }
        Ok((result, self.bytes.get(before..).unwrap_or_default()))
    }

    /// Returns the body.
    pub(crate) fn finish(mut self) -> Bytes {
        // What was reserved in advance stays only if it is little.
        if self.bytes.capacity() - self.bytes.len() > self.bytes.len() / 8 {
            self.bytes.shrink_to_fit();
        }
        Bytes::from(self.bytes)
    }

    fn reserve(&mut self, more: usize) -> Result<(), Fault> {
        let length = self.len().saturating_add(more as u64);
        if length > self.limit {
            return Err(too_large(self.limit));
        }
        if self.bytes.capacity() - self.bytes.len() < more { self.grow(more) } else { Ok(()) }
    }

    /// Makes room for `least` bytes or more: twice what there was, but no more than can come.
    fn grow(&mut self, least: usize) -> Result<(), Fault> {
        let doubled = self.len().saturating_mul(2);
        let target = match self.expected {
            Some(expected) => expected.min(doubled.max(ADVANCE)),
            None => doubled.max(STEP as u64),
        };
        let target = target.min(self.limit.saturating_add(1));
        let more = target.saturating_sub(self.len());
        let more = usize::try_from(more).unwrap_or(usize::MAX).max(least);
        self.bytes
            .try_reserve_exact(more)
            .map_err(|_| Fault::exhausted(format!("no memory for {more} more bytes of the response body")))
    }
}

pub(crate) fn too_large(limit: u64) -> Fault {
    Fault::exhausted(format!("the response body is larger than the limit of {limit} bytes"))
}

#[cfg(test)]
mod tests;
