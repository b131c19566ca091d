//! One question a file: benchmarks that run the peers beside us in the same run.
//!
//! There are none yet; nothing is claimed of speed.
