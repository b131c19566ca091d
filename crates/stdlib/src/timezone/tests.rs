//! Calls of the package's functions, with what they show.

use super::PACKAGE;
use crate::testing::check;

#[test]
fn location() {
    check(&PACKAGE, "location", &[("name", "Europe/Berlin".into())], "{offset: 0ns, zone: Europe/Berlin}");
    check(&PACKAGE, "location", &[("name", "EST5EDT".into())], "{offset: 0ns, zone: EST5EDT}");
    check(&PACKAGE, "location", &[("name", "".into())], "{offset: 0ns, zone: }");
    for name in ["Foo/Bar", "Local", "../etc/passwd"] {
        check(&PACKAGE, "location", &[("name", name.into())], &format!("error: unknown time zone {name:?}"));
    }
}
