//! What the codes of errors mean.

use crate::process::fluxlet;

#[test]
fn a_code_is_explained() {
    let outcome = fluxlet(["explain", "type-mismatch"]).run();
    assert_eq!((outcome.code, outcome.stderr.as_str()), (Some(0), ""));
    assert!(outcome.stdout.starts_with("# type-mismatch: "), "{}", outcome.stdout);
}

#[test]
fn without_a_code_all_are_listed() {
    let outcome = fluxlet(["explain"]).run();
    assert_eq!((outcome.code, outcome.stderr.as_str()), (Some(0), ""));
    assert!(outcome.stdout.lines().count() > 40, "{}", outcome.stdout);
    assert!(outcome.stdout.lines().any(|line| line.starts_with("undefined-name ")), "{}", outcome.stdout);
}

#[test]
fn an_unknown_code_names_those_like_it() {
    for (code, told) in [
        ("type-missmatch", "did you mean `type-mismatch`"),
        ("zzz", "there is no code `zzz`; `fluxlet explain` lists all"),
    ] {
        let outcome = fluxlet(["explain", code]).run();
        assert_eq!((outcome.code, outcome.stdout.as_str()), (Some(2), ""));
        assert!(outcome.stderr.contains(told), "{}", outcome.stderr);
    }
}
