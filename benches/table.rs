//! Prints the answers to all questions, as they were found when each was asked last.

use fluxlet_benches::Result;
use fluxlet_benches::report;

fn main() -> Result {
    report::print_all(&["calls", "scripts", "bodies", "startup", "compile", "evaluation"], env!("CARGO_TARGET_TMPDIR"))
}
