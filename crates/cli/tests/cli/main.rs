//! The command as users start it: arguments, files and environment in; output, messages and exit code out.

#![allow(clippy::unwrap_used, reason = "a test fails where something is missing")]

mod api;
mod cassettes;
mod client;
mod connection;
mod demo;
mod doc;
#[cfg(unix)]
mod documents;
mod dry_runs;
mod explain;
mod fmt;
mod host;
mod inputs;
mod leaks;
mod messages;
mod packages;
mod policy;
mod process;
mod repl;
mod secrets;
mod shells;
mod test_cases;
mod values;
