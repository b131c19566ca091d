//! Calls of the package's functions, with what they show.

use super::PACKAGE;
use crate::testing::check;

#[test]
fn basic_auth() {
    let basic = |user: &str, password: &str, expected: &str| {
        check(&PACKAGE, "basicAuth", &[("u", user.into()), ("p", password.into())], expected);
    };
    basic("aladdin", "opensesame", "Basic YWxhZGRpbjpvcGVuc2VzYW1l");
    basic("a", "bc", "Basic YTpiYw==");
    basic("", "", "Basic Og==");
}

#[test]
fn path_escape() {
    let escape = |text: &str, expected: &str| check(&PACKAGE, "pathEscape", &[("inputString", text.into())], expected);
    escape("a b/c?d&é+~", "a%20b%2Fc%3Fd&%C3%A9+~");
    escape("100%,;\n", "100%25%2C%3B%0A");
    escape("", "");
}
