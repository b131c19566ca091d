//! The builtin packages of the standard library, one file a package.
//!
//! A package is a constant: the declarations come from `fluxlet-sources`, the functions behind them stand here. Nothing
//! registers itself; a host takes [`packages`], adds its own, and makes a registry of them.

use fluxlet_runtime::Package;

pub mod array;
pub mod assertions;
pub mod bitwise;
mod calendar;
mod charge;
pub mod contrib;
pub mod date;
pub mod dict;
pub mod experimental;
pub mod fluxlet;
pub mod http;
pub mod influxdata;
pub mod internal;
pub mod json;
pub mod math;
mod message;
mod nesting;
pub mod regexp;
pub mod runtime;
pub mod strings;
pub mod system;
pub mod timezone;
pub mod types;
pub mod universe;

/// All packages of this crate, sorted by path.
pub const PACKAGES: &[Package] = &[
    array::PACKAGE,
    bitwise::PACKAGE,
    contrib::bonitoo_io::hex::PACKAGE,
    date::PACKAGE,
    date::boundaries::PACKAGE,
    dict::PACKAGE,
    experimental::PACKAGE,
    experimental::array::PACKAGE,
    experimental::bitwise::PACKAGE,
    experimental::date::boundaries::PACKAGE,
    experimental::dynamic::PACKAGE,
    experimental::http::PACKAGE,
    experimental::http::requests::PACKAGE,
    experimental::json::PACKAGE,
    experimental::record::PACKAGE,
    fluxlet::expect::PACKAGE,
    http::PACKAGE,
    http::requests::PACKAGE,
    influxdata::influxdb::PACKAGE,
    influxdata::influxdb::secrets::PACKAGE,
    influxdata::influxdb::tasks::PACKAGE,
    internal::boolean::PACKAGE,
    internal::debug::PACKAGE,
    internal::influxql::PACKAGE,
    internal::location::PACKAGE,
    internal::testutil::PACKAGE,
    json::PACKAGE,
    math::PACKAGE,
    regexp::PACKAGE,
    runtime::PACKAGE,
    strings::PACKAGE,
    system::PACKAGE,
    assertions::PACKAGE,
    timezone::PACKAGE,
    types::PACKAGE,
    universe::PACKAGE,
];

/// Walks over [`PACKAGES`].
pub fn packages() -> impl Iterator<Item = Package> {
    PACKAGES.iter().copied()
}

#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
