//! What is told on the standard error output.

use serde_json::{Value, json};

use crate::process::{Folder, fluxlet};

/// Returns the messages of a run as JSON.
fn messages(arguments: &[&str]) -> Vec<Value> {
    let outcome = fluxlet([arguments, &["--message-format", "json"]].concat()).run();
    assert_eq!(outcome.stdout, "");
    outcome.stderr.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn problems_as_json() {
    let expected = json!({
        "severity": "error",
        "code": "undefined-name",
        "stage": "check",
        "message": "undefined name `missing`",
        "file": "<code>",
        "start": {"line": 2, "column": 11},
        "end": {"line": 2, "column": 18},
    });
    assert_eq!(messages(&["check", "-e", "x = 1\ny = \"é\" + missing"]), std::slice::from_ref(&expected));
    assert_eq!(messages(&["run", "-e", "x = 1\ny = \"é\" + missing"]), [expected]);

    let parse = messages(&["run", "-e", "x = \"a"]);
    assert_eq!(
        (parse.len(), &parse[0]["stage"], &parse[0]["code"]),
        (1, &json!("parse"), &json!("unterminated-string"))
    );
    assert!(parse[0]["help"].is_string());
}

/// Also a command line that makes no sense is told as one message.
#[test]
fn mistakes_of_the_command_line_as_json() {
    for (arguments, start) in [
        (&["run", "--timeout", "fast", "-e", "1"][..], "invalid value 'fast' for '--timeout <DURATION>': "),
        (&["run", "--colour"], "unexpected argument '--colour' found"),
        (&["run"], "the following required arguments were not provided"),
    ] {
        let told = messages(arguments);
        let message = told[0]["message"].as_str().unwrap();
        assert_eq!((told.len(), &told[0]["severity"]), (1, &json!("error")));
        assert!(message.starts_with(start) && !message.contains("Usage"), "{message}");
    }
}

/// A warning is told, and changes nothing else.
#[test]
fn warnings_of_a_check() {
    let arguments = ["check", "-e", "x = 1 == \"1\""];
    let outcome = fluxlet(arguments).run();
    assert_eq!((outcome.code, outcome.stdout.as_str()), (Some(0), ""));
    assert!(outcome.stderr.starts_with("warning[incomparable-types]: "), "{}", outcome.stderr);
    assert!(!outcome.stderr.contains("problem"), "{}", outcome.stderr);
    let told = messages(&arguments);
    assert_eq!((told.len(), &told[0]["severity"]), (1, &json!("warning")));
}

#[test]
fn run_time_errors_as_json() {
    let expected = json!({
        "severity": "error",
        "code": "invalid",
        "stage": "run",
        "message": "boom",
        "file": "<code>",
        "start": {"line": 1, "column": 11},
        "end": {"line": 1, "column": 27},
        "trace": [
            {"function": "die", "file": "<code>", "line": 1, "column": 11},
            {"function": "f", "file": "<code>", "line": 2, "column": 1},
        ],
    });
    assert_eq!(messages(&["run", "-e", "f = () => die(msg: \"boom\")\nf()"]), [expected]);
}

/// What a terminal obeys is escaped once, and a reader of JSON gets it as it was.
#[test]
fn misleading_characters_in_messages() {
    let script = "die(msg: \"a\\x1b[2Jb\u{202e}c\u{9b}d\u{2066}\")";
    let human = fluxlet(["run", "-e", script]).run().stderr;
    assert!(human.contains(r"a\u{1b}[2Jb\u{202e}c\u{9b}d\u{2066}"), "{human}");
    let wrong = "x = {\"a\u{202e}b\u{7f}\": 1}.missing";
    for (script, message) in [(script, "a\x1b[2Jb\u{202e}c\u{9b}d\u{2066}"), (wrong, "a\u{202e}b\u{7f}")] {
        let told = &messages(&["run", "-e", script])[0];
        assert!(told.to_string().contains(json!(message).to_string().trim_matches('"')), "{told}");
        for format in ["human", "json"] {
            let outcome = fluxlet(["run", "-e", script, "--color", "never", "--message-format", format]).run();
            let misleads = |c: char| (c.is_control() && c != '\n') || "\u{202e}\u{2066}".contains(c);
            assert!(!outcome.stderr.contains(misleads), "{format}: {:?}", outcome.stderr);
        }
    }
}

#[test]
fn failures_as_json() {
    let expected = json!({
        "severity": "error",
        "message": "cannot read `/no/such/file`: it does not exist",
        "file": "/no/such/file",
    });
    assert_eq!(messages(&["run", "/no/such/file"]), [expected]);
    let expected = json!({"severity": "error", "message": "`--secret` expects KEY=VALUE"});
    assert_eq!(messages(&["run", "-e", "1", "--secret", "x"]), [expected]);
}

#[test]
fn run_time_errors_for_people() {
    let outcome = fluxlet(["run", "-e", "f = () => die(msg: \"boom\")\nf()"]).run();
    for part in
        ["error[invalid]: boom\n", "<code>:1:11", "in `die` called at <code>:1:11", "in `f` called at <code>:2:1"]
    {
        assert!(outcome.stderr.contains(part), "{part:?} is missing in {outcome:?}");
    }
}

#[test]
fn diagnostics_have_a_bound() {
    let folder = Folder::new();
    let lines: String = (0..100).map(|line| format!("y{line}\n")).collect();
    let many = folder.write("many.flux", lines);
    let outcome = fluxlet(std::iter::once("check").chain([many.as_str(); 60])).run();
    assert_eq!(outcome.code, Some(3));
    assert!(outcome.stderr.len() <= 64 << 10, "{}", outcome.stderr.len());
    let last: Vec<&str> = outcome.stderr.lines().rev().take(2).collect();
    assert!(last[0].starts_with("error: 6000 problems in "), "{last:?}");
    let hidden = last[1].strip_prefix("… ").and_then(|line| line.strip_suffix(" more problems not shown"));
    let shown = outcome.stderr.matches("error[undefined-name]").count();
    assert_eq!(hidden.map(|hidden| hidden.parse::<usize>().unwrap() + shown), Some(6000), "{last:?}");

    let objects = messages(&std::iter::once("check").chain([many.as_str(); 30]).collect::<Vec<_>>());
    let text: usize = objects.iter().map(|object| object.to_string().len() + 1).sum();
    assert!(text <= 64 << 10, "{text}");
    let last = objects.last().unwrap();
    assert_eq!(last["message"], format!("{} more problems not shown", 3000 - (objects.len() - 1)));
    assert_eq!(last["severity"], "note");

    let long = folder.write("long.flux", "a".repeat(1_000_000));
    let outcome = fluxlet(["check", &long]).run();
    assert!(outcome.code == Some(3) && outcome.stderr.len() <= 64 << 10, "{}", outcome.stderr.len());
}

#[test]
fn the_message_of_die_is_whole() {
    let folder = Folder::new();
    let message = "long ".repeat(50_000);
    let path = folder.write("die.flux", format!("die(msg: \"{message}\")"));
    let outcome = fluxlet(["run", &path]).run();
    assert_eq!(outcome.code, Some(1));
    assert!(outcome.stderr.contains(&message));
    assert!(outcome.stderr.len() < message.len() + (64 << 10), "{}", outcome.stderr.len());
}

#[test]
fn control_characters_do_not_reach_the_terminal() {
    for code in ["die(msg: \"\x1b[31mred\")", "\x1b[31m", "x = \"\x1b[31m\" + 1", "import \"\x1b[31m\""] {
        let outcome = fluxlet(["run", "--color", "never", "-e", code]).run();
        assert!(outcome.code != Some(0) && !outcome.stderr.contains('\x1b'), "{outcome:?}");
        let outcome = fluxlet(["run", "--color", "always", "-e", code]).run();
        assert!(!outcome.stderr.contains("\x1b[31m"), "{outcome:?}");
    }
}

/// All commands colour their messages, their help and what they say of their arguments by the same rules.
#[test]
fn colors() {
    let folder = Folder::new();
    let test = folder.write("a_test.flux", "package a_test\ntestcase a { die(msg: \"\") }");
    let wrong = folder.write("wrong.flux", "x = )");
    for command in [
        &["check", "-e", "x"][..],
        &["run", "-e", "x"],
        &["repl"],
        &["fmt", &wrong],
        &["test", &test],
        &["api", "get", "/"],
        &["doc", "nothing"],
        &["explain", "nothing"],
        &["man", &wrong],
        &["completions", "tcsh"],
        &["run", "--help"],
        &["--help"],
        &["run"],
    ] {
        let check = |arguments: &[&str], variable: Option<(&str, &str)>, expected: bool| {
            let mut run = fluxlet([command, arguments].concat()).input("x\n");
            if let Some((name, value)) = variable {
                run = run.env(name, value);
            }
            let outcome = run.run();
            let colored = outcome.stdout.contains('\x1b') || outcome.stderr.contains('\x1b');
            assert_eq!(colored, expected, "{command:?} {arguments:?} {variable:?}: {outcome:?}");
        };
        check(&[], None, false);
        check(&["--color", "auto"], None, false);
        check(&["--color", "always"], None, true);
        check(&[], Some(("CLICOLOR_FORCE", "1")), true);
        check(&["--color=never"], Some(("CLICOLOR_FORCE", "1")), false);
        check(&["--color", "always"], Some(("NO_COLOR", "1")), true);
    }
}
