//! The packages under `contrib`.

pub mod bonitoo_io;
pub mod qxip;
pub mod sranka;
