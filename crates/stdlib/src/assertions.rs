//! The package `testing`.

use fluxlet_runtime::Package;

/// `testing`: options of test cases; what compares tables is declared only.
pub const PACKAGE: Package = Package {
    path: "testing",
    source: fluxlet_sources::TESTING,
    builtins: &[],
    unimplemented: &["assertEquals", "assertEmpty", "diff", "assertEqualValues", "shouldError"],
};
