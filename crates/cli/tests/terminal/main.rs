//! The command as users sit before it: keys in through a pseudo-terminal, what the terminal shows out.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails where something is missing")]

mod progress;
mod repl;
mod terminal;
mod values;
