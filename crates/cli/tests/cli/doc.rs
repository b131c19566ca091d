//! What packages say about themselves.

use crate::process::{check_failure, fluxlet};

fn shown(arguments: &[&str]) -> String {
    let outcome = fluxlet(["doc"].iter().chain(arguments)).run();
    assert_eq!((outcome.code, outcome.stderr.as_str()), (Some(0), ""), "{arguments:?}");
    outcome.stdout
}

#[test]
fn without_a_name_all_packages_are_listed() {
    let text = shown(&[]);
    assert!(text.lines().count() > 30, "{text}");
    assert!(text.lines().any(|line| line.starts_with("experimental/influxdb ")), "{text}");
}

#[test]
fn a_package_shows_its_members() {
    let text = shown(&["strings"]);
    assert!(text.contains("\ntoUpper : (v: string) => string\n"), "{text}");
    assert!(shown(&["universe"]).contains("\nrange : "));
    assert!(shown(&["universe"]).contains("(not implemented yet)"));
}

#[test]
fn a_member_shows_its_signature_and_its_comment() {
    let text = shown(&["experimental/influxdb.api"]);
    assert!(text.contains("method: string, path: string") && text.contains("## "), "{text}");
    assert!(shown(&["length"]).starts_with("universe\n"), "names of the prelude need no package");
}

#[test]
fn unknown_names_are_told() {
    for name in ["no/such", "strings.nope", "nope"] {
        check_failure(["doc", name], 2, "there is no package and no member");
    }
}
