//! The packages under `contrib`.

pub mod bonitoo_io;
