//! The packages under `contrib/sranka`.

pub mod opsgenie;
pub mod sensu;
