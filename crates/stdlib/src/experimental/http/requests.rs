//! The package `experimental/http/requests`.

use fluxlet_runtime::Package;

/// `experimental/http/requests`: the former place of `http/requests`.
pub const PACKAGE: Package = Package {
    path: "experimental/http/requests",
    source: fluxlet_sources::EXPERIMENTAL_HTTP_REQUESTS,
    builtins: &[],
    unimplemented: &[],
};
