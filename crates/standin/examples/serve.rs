//! Serves for programs that are not Rust: prints URL and token, a line each, and ends when its input does.

#![allow(clippy::print_stdout, reason = "an example shows what it does")]

use std::io::{Read, stdin};

use fluxlet_standin::{Config, Standin};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let standin = Standin::start(Config { ids: (1..=6).collect(), ..Config::default() }).await?;
    println!("{}\n{}", standin.url(), standin.token());
    tokio::task::spawn_blocking(|| stdin().read_to_end(&mut Vec::new())).await??;
    Ok(())
}
