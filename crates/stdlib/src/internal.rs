//! The packages under `internal`.

pub mod boolean;
pub mod debug;
pub mod location;
