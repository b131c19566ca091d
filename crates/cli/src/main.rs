//! The command `fluxlet`: runs and checks Flux scripts.

use std::process::ExitCode;

mod arguments;
mod command;
mod connection;
mod context;
mod demo;
mod env_file;
mod environment;
mod failure;
mod input;
mod output;
mod profile;
mod redaction;
mod refusal;
mod report;
mod secrets;
mod variables;

fn main() -> ExitCode {
    command::main()
}
