//! The package `contrib/qxip/hash`.

use fluxlet_runtime::Package;

/// `contrib/qxip/hash`: digests of texts.
pub const PACKAGE: Package = Package {
    path: "contrib/qxip/hash",
    source: fluxlet_sources::CONTRIB_QXIP_HASH,
    builtins: &[],
    unimplemented: &["sha256", "sha1", "xxhash64", "cityhash64", "md5", "b64", "hmac"],
};
