//! The package `experimental/geo`.

use fluxlet_runtime::Package;

/// `experimental/geo`: places on the globe.
pub const PACKAGE: Package = Package {
    path: "experimental/geo",
    source: fluxlet_sources::EXPERIMENTAL_GEO,
    builtins: &[],
    unimplemented: &["stContains", "stDistance", "stLength", "getGrid", "getLevel", "s2CellIDToken", "s2CellLatLon"],
};
