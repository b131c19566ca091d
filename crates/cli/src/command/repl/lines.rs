//! Inputs from a pipe or file: as many lines as it takes to complete one.

use std::io::{self, BufRead, Read};

use fluxlet::Session;

use super::command::Command;
use crate::failure::Failure;

/// Most bytes of an input.
const LONGEST: u64 = 16 << 20;

/// Reads the next input from the standard input; none if there are no more.
///
/// # Errors
/// [`Failure::Usage`] for what cannot be read, has more than 16 MiB, or is not UTF-8.
pub(super) fn read(session: &Session) -> Result<Option<String>, Failure> {
    let mut bytes = Vec::new();
    let mut input = io::stdin().lock();
    loop {
        let room = (LONGEST + 1).saturating_sub(bytes.len() as u64);
        let count = input.by_ref().take(room).read_until(b'\n', &mut bytes);
        let count = count.map_err(|error| Failure::usage(format!("cannot read the standard input: {error}")))?;
        if bytes.len() as u64 > LONGEST {
            return Err(Failure::usage(format!("an input has more than {} MiB", LONGEST >> 20)));
        }
        let text = std::str::from_utf8(&bytes).map_err(|_| Failure::usage("the standard input is not UTF-8 text"))?;
        let ended = count == 0;
        if ended || Command::is_command(text) || !session.is_incomplete(text) {
            return Ok((!bytes.is_empty()).then(|| text.to_owned()));
        }
    }
}
