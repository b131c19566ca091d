//! The packages under `influxdata`.

pub mod influxdb;
