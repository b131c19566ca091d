//! The packages under `contrib/bonitoo-io`.

pub mod hex;
