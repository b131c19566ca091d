//! Calls of the package's functions, with what they show.

use fluxlet_runtime::Record;

use super::PACKAGE;
use crate::testing::check;

#[test]
fn values() {
    for (name, expected) in [
        ("string", "foo"),
        ("bytes", "0x666f6f"),
        ("uint", "10"),
        ("time", "1970-01-01T00:00:00.000000100Z"),
        ("regexp", "a"),
        ("array", "[]"),
        ("object", "{}"),
        ("function", "() => int"),
        ("dictionary", "[:]"),
        ("vector", "<null>"),
    ] {
        check(&PACKAGE, "makeAny", &[("typ", name.into())], expected);
    }
    check(&PACKAGE, "fail", &[], "error: fail");
    check(&PACKAGE, "yield", &[("v", 1_i64.into())], "1");
    check(&PACKAGE, "makeRecord", &[("o", Record::default().into())], "{}");
    check(&PACKAGE, "makeRecord", &[("o", 1_i64.into())], "error: argument `o` must be a record, found int");
}
