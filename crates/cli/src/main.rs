//! The command `fluxlet`: runs and checks Flux scripts.

use std::process::ExitCode;

mod arguments;
mod client;
mod command;
mod connection;
mod context;
mod demo;
mod difference;
mod env_file;
mod environment;
mod fail;
mod failure;
mod input;
mod output;
mod panics;
mod policy;
mod profile;
mod progress;
mod recording;
mod report;
mod secrets;
mod trace;
mod variables;

fn main() -> ExitCode {
    command::main()
}
