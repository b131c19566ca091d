//! The packages under `contrib/qxip`.

pub mod hash;
