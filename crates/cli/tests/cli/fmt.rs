//! Scripts in the standard layout.

use std::fs;

use crate::process::{Folder, check, check_failure, fluxlet};

const OTHER: &str = "x=1+2 // three\n";
const STANDARD: &str = "x = 1 + 2 // three\n";

/// Returns what a check of the layout says: the code and the lines of messages.
fn verdict(arguments: &[&str]) -> (Option<i32>, Vec<String>) {
    let outcome = fluxlet([&["fmt", "--check"], arguments].concat()).run();
    assert_eq!(outcome.stdout, "", "{outcome:?}");
    (outcome.code, outcome.stderr.lines().map(str::to_owned).collect())
}

#[test]
fn scripts_are_printed() {
    let folder = Folder::new();
    let other = folder.write("other.flux", OTHER);
    let standard = folder.write("standard.flux", STANDARD);
    check(["fmt", &other], STANDARD);
    check(["fmt", &other, &standard], &format!("{STANDARD}{STANDARD}"));
    fluxlet(["fmt", "-"]).input(OTHER).check(STANDARD);
    assert_eq!(fs::read_to_string(other).unwrap(), OTHER);
}

#[test]
fn the_layout_is_checked() {
    let folder = Folder::new();
    let other = folder.write("a/other.flux", OTHER);
    let standard = folder.write("b/standard.flux", STANDARD);
    folder.write("a/.hidden.flux", OTHER);
    folder.write("a/other.txt", OTHER);
    let message = vec![format!("error: `{other}` has another layout")];
    assert_eq!(verdict(&[&standard]), (Some(0), Vec::new()));
    assert_eq!(verdict(&[&other]), (Some(1), message.clone()));
    assert_eq!(verdict(&[folder.path()]), (Some(1), message));
    fluxlet(["fmt", "--check", "--stdin-filename", "mine.flux", "-"])
        .input(OTHER)
        .check_failure(1, "`mine.flux` has another layout");
}

#[test]
fn differences_are_shown() {
    let folder = Folder::new();
    let other = folder.write("other.flux", OTHER);
    let difference =
        format!("--- {other}\n+++ {other} (formatted)\n@@ -1 +1 @@\n-x=1+2 // three\n+x = 1 + 2 // three\n");
    check(["fmt", "--diff", &other], &difference);
    let outcome = fluxlet(["fmt", "--diff", "--check", &other]).run();
    assert_eq!((outcome.code, outcome.stdout), (Some(1), difference));
    let standard = folder.write("standard.flux", STANDARD);
    check(["fmt", "--diff", &standard], "");
}

#[test]
fn scripts_are_written_back() {
    let folder = Folder::new();
    let other = folder.write("deep/er/other.flux", OTHER);
    let wrong = folder.write("deep/wrong.flux", "x = )");
    check_failure(["fmt", "--write", folder.path()], 3, "wrong.flux:1:5");
    assert_eq!(fs::read_to_string(other).unwrap(), STANDARD);
    assert_eq!(fs::read_to_string(wrong).unwrap(), "x = )");
}

#[test]
fn failures() {
    let folder = Folder::new();
    let other = folder.write("other.flux", OTHER);
    check_failure(["fmt", "/no/such.flux"], 2, "it does not exist");
    fluxlet(["fmt", "-"]).input("x = )").check_failure(3, "<stdin>:1:5");
    check_failure(["fmt", "--write", "-"], 2, "cannot write back to the standard input");
    check_failure(["fmt", "--write", "--check", &other], 2, "cannot be used with");
    check_failure(["fmt", "--stdin-filename", "x", &other], 2, "has to be given as `-`");
    check_failure(["fmt"], 2, "FILE");
    let codes = fluxlet(["fmt", "--check", &other, "/no/such.flux"]).run();
    assert_eq!(codes.code, Some(2), "{codes:?}");
}
