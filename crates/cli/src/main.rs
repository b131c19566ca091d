//! The command `fluxlet`: runs and checks Flux scripts.

use std::process::ExitCode;

mod arguments;
mod client;
mod command;
mod connection;
mod context;
mod demo;
mod env_file;
mod environment;
mod failure;
mod input;
mod output;
mod policy;
mod profile;
mod recording;
mod redaction;
mod refusal;
mod report;
mod secrets;
mod trace;
mod variables;

fn main() -> ExitCode {
    command::main()
}
