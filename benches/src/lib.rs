//! What the benchmarks share: rounds, ratios, the machine, and the table at the end.
//!
//! A benchmark runs us and the peers in the same process and in turns, so that a disturbance meets all of them, and
//! compares the best round of each.

#![allow(clippy::print_stdout, reason = "a benchmark prints what it found")]

pub mod machine;
pub mod measure;
pub mod oracle;
pub mod program;
pub mod raw;
pub mod report;
pub mod role;
pub mod server;

/// What a benchmark gives back: nothing, or why it could not measure.
pub type Result<T = ()> = std::result::Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// Tells whether only a sign of life is wanted: `FLUXLET_BENCH_QUICK` is set.
pub fn quick() -> bool {
    std::env::var_os("FLUXLET_BENCH_QUICK").is_some_and(|value| !value.is_empty())
}

/// Returns `usual`, or `little` in the quick mode.
pub fn sized<T>(usual: T, little: T) -> T {
    if quick() { little } else { usual }
}
