//! Files and arguments that are wrong: one clear error each.

use crate::process::{Folder, check, check_failure, fluxlet};

#[test]
fn exit_codes() {
    check(["run", "-e", "1"], "1\n");
    check_failure(["run", "-e", "die(msg: \"boom\")"], 1, "error[invalid]: boom");
    check_failure(["run", "/no/such/file.flux"], 2, "cannot read `/no/such/file.flux`: it does not exist");
    check_failure(["run", "-e", "1 + \"a\""], 3, "error[type-mismatch]");
    check_failure(["run", "-e", "1 +"], 3, "<code>:1:");
    check(["check", "-e", "die(msg: \"boom\")"], "");
    check_failure(["check", "-e", "x"], 3, "undefined name `x`");
}

#[test]
fn command_lines_that_make_no_sense() {
    check_failure(["run"], 2, "required arguments were not provided");
    check_failure(["check"], 2, "required arguments were not provided");
    check_failure(["run", "a.flux", "-e", "1"], 2, "cannot be used with");
    check_failure(["run", "a.flux", "b.flux"], 2, "unexpected argument");
    check_failure(["run", "-e", "1", "--output", "xml"], 2, "invalid value 'xml' for '--output <FORMAT>'");
    check_failure(["run", "-e", "1", "--verbose"], 2, "unexpected argument '--verbose'");
    check_failure(["chekc", "a.flux"], 2, "unrecognized subcommand 'chekc'");
    let nothing = fluxlet([""; 0]).run();
    assert_eq!((nothing.code, nothing.stdout.as_str()), (Some(2), ""));
    assert!(nothing.stderr.contains("Usage: fluxlet"), "{nothing:?}");
}

#[test]
fn help_and_version() {
    let help = |arguments: &[&str]| {
        let outcome = fluxlet(arguments).run();
        assert_eq!((outcome.code, outcome.stderr.as_str()), (Some(0), ""));
        outcome.stdout
    };
    for arguments in [&["--help"][..], &["-h"], &["run", "-h"], &["run", "--help"], &["check", "--help"]] {
        let text = help(arguments);
        assert!(text.contains("Usage: fluxlet") && text.contains("Examples:"), "{text}");
    }
    let run = help(&["run", "--help"]).split_whitespace().collect::<Vec<_>>().join(" ");
    for part in ["INFLUX_HOST", "--demo", "other users of this machine can see arguments", "There is no default host"] {
        assert!(run.contains(part), "{part} is missing in {run}");
    }
    assert_eq!(help(&["--version"]), format!("fluxlet {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn files() {
    let folder = Folder::new();
    let file = |name: &str, contents: &[u8]| folder.write(name, contents);

    check_failure(["run", &file("empty.flux", b"")], 2, "is empty: there is nothing to run");
    check_failure(["check", &file("blank.flux", b" \n\n")], 2, "is empty: there is nothing to run");
    check(["run", &file("comment.flux", b"// nothing\n")], "");
    check_failure(["run", folder.path()], 2, "it is a directory");
    check_failure(
        ["run", &file("binary.flux", b"x = 1\n\xff\xfe\x00")],
        2,
        "is not UTF-8 text: the byte at offset 6 is wrong",
    );
    check_failure(["run", &file("zero.flux", b"x = \0")], 3, "zero.flux:1:5");
    check_failure(["run", &file("string.flux", b"x = \"abc")], 3, "the string is not closed");
    let nested = format!("x = {}1{}", "(".repeat(100_000), ")".repeat(100_000));
    check_failure(["run", &file("nested.flux", nested.as_bytes())], 3, "nested too deep");
    let open = "[".repeat(100_000);
    check_failure(["run", &file("open.flux", open.as_bytes())], 3, "nested too deep");
    let too_long = vec![b' '; (16 << 20) + 1];
    check_failure(["run", &file("too-long.flux", &too_long)], 2, "has more than 16 MiB");
    let comment = format!("//{}\n1", "a".repeat(10_000_000));
    check_failure(["run", &file("long.flux", comment.as_bytes())], 2, "error[text-too-large]");
}

#[test]
fn several_scripts_are_checked() {
    let folder = Folder::new();
    folder.write("good.flux", "x = 1");
    folder.write("bad.flux", "x = y\nz = 1 + \"\"");
    folder.write("worse.flux", "x = ");
    let check = |files: &[&str], code, parts: &[&str]| {
        let outcome = fluxlet([&["check"], files].concat()).in_folder(&folder).run();
        assert_eq!((outcome.code, outcome.stdout.as_str()), (Some(code), ""), "{outcome:?}");
        for part in parts {
            assert!(outcome.stderr.contains(part), "{part:?} is missing in {outcome:?}");
        }
    };
    check(&["good.flux"], 0, &[]);
    check(&["good.flux", "bad.flux"], 3, &["bad.flux:1:5", "bad.flux:2:9", "\nerror: 2 problems in bad.flux\n"]);
    check(&["bad.flux", "worse.flux"], 3, &["worse.flux:1:", "\nerror: 3 problems in 2 scripts\n"]);
    // A file that cannot be read does not hide the problems of others, before or after it.
    check(
        &["bad.flux", "none.flux", "worse.flux", "gone.flux"],
        2,
        &["bad.flux:1:5", "`none.flux`", "worse.flux:1:", "`gone.flux`"],
    );
}
