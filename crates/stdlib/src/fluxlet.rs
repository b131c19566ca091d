//! The packages under `fluxlet`, which no other Flux has.

pub mod expect;
