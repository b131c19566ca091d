//! The packages under `experimental/date`.

pub mod boundaries;
