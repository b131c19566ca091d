//! Paths, and the prefixes that contain them in every spelling.

use super::*;

#[track_caller]
fn check(prefix: &str, inside: &[&str], outside: &[&str]) {
    let prefix: PathPrefix = prefix.parse().unwrap();
    let allowed = |path: &&str| prefix.contains(path);
    assert_eq!(inside.iter().find(|path| !allowed(path)), None, "{prefix}");
    assert_eq!(outside.iter().find(|path| allowed(path)), None, "{prefix}");
}

#[test]
fn paths() {
    check(
        "/api/v2",
        &[
            "/api/v2",
            "/api/v2/",
            "/api/v2/buckets",
            "/api/v2/a%2Fb",
            "/%61pi/v2/x",
            "/api/v2//x",
            "/api/v2/...",
            "/api/v2/a.b",
        ],
        &[
            "/",
            "/api",
            "/api/v20",
            "/api/v2x",
            "/api%2Fv2",
            "/api%2fv2/x",
            "//api/v2",
            "/API/v2",
            "/x/api/v2",
            "/api/v2;x",
            "",
        ],
    );
    check(
        "/pub/",
        &["/pub", "/pub/x"],
        &[
            "/pub/../secret",
            "/pub/./x",
            "/pub/..",
            "/pub/%2e%2E/secret",
            "/pub/.%2e/secret",
            "/pub%2F..%2Fsecret",
            "/pub/x%2f..%2f..%2fsecret",
            "/pub/..%2fsecret",
            "/pub/%5c..%5csecret",
            "/pub/..;x=1/secret",
            "/pub/%252e%252e/secret",
            "/pub/%25252e%25252e/secret",
            "/pub/%2525252525252e",
            "/public",
        ],
    );
    check("/", &["/", "/x", "//x"], &["/../x"]);
    check("/a%2Fb", &[], &["/a%2Fb", "/a/b"]);
}

#[test]
fn what_is_no_path() {
    for (text, expected) in [
        ("api", "starts with `/`"),
        ("", "starts with `/`"),
        ("/a?b", "no query"),
        ("/a/../b", "no `.` and `..`"),
        ("/a%zz", "without two hexadecimal digits"),
        ("/a\\b", "a backslash"),
    ] {
        let error = text.parse::<PathPrefix>().unwrap_err();
        assert!(error.message().contains(expected), "{text}: {error}");
    }
}
