//! The REPL without a terminal: inputs from a pipe.

use crate::process::{Folder, check_failure, fluxlet};

/// Gives inputs to the command and checks code, values, and that the messages contain `message`.
#[track_caller]
fn check(input: &str, code: i32, stdout: &str, message: &str) {
    let outcome = fluxlet(["repl"]).input(input).run();
    assert_eq!((outcome.code, outcome.stdout.as_str()), (Some(code), stdout), "{outcome:?}");
    assert!(outcome.stderr.contains(message), "{message:?} is missing in {outcome:?}");
    assert_eq!(outcome.stderr.is_empty(), message.is_empty(), "{outcome:?}");
}

#[test]
fn values_are_printed() {
    check("", 0, "", "");
    check("x = 1\nx + 1\n", 0, "2\n", "");
    check("f = (a) => {\n  b = a + 1\n  return b\n}\n\nf(a: 1)", 0, "2\n", "");
    check("import \"strings\"\nstrings.toUpper(\n  v: \"a\"\n)\n", 0, "A\n", "");
    check(":type 1 + 1\n:quit\n2", 0, "int\n", "");
}

#[test]
fn the_first_failure_gives_the_code() {
    check("1 + \"a\"\n2\ndie(msg: \"boom\")\n3", 3, "2\n3\n", "expected `int`, found `string`");
    check("2\ndie(msg: \"boom\")\n1 + \"a\"", 1, "2\n", "boom");
    check("x = (1 +\n", 3, "", "error[");
    check(":nope\n1", 2, "1\n", "there is no such command");
}

#[test]
fn flags_are_those_of_run() {
    let script = "import \"experimental/influxdb\"\ninfluxdb.api(method: \"get\", path: \"/health\").statusCode\n";
    fluxlet(["repl", "--demo"]).input(script).check("200\n");
    fluxlet(["repl", "--output", "json", "--var", "limit=2"]).input("{a: limit}").check("{\"a\":2}\n");
    check_failure(["repl", "--token-file", "-"], 2, "the token cannot come from the standard input");
    check_failure(["repl", "--timeout", "soon"], 2, "'--timeout <DURATION>': it is no Flux duration");
    let folder = Folder::new();
    folder.write("own/two.flux", "two = 2");
    let input = "import \"own/two\"\ntwo.two + 1";
    fluxlet(["repl", "--package-path", folder.path()]).input(input).check("3\n");
}

#[test]
fn messages_name_the_input() {
    let outcome = fluxlet(["repl", "--message-format", "json"]).input("f = () => die(msg: \"boom\")\n\nf()\n").run();
    let message: serde_json::Value = serde_json::from_str(outcome.stderr.trim()).unwrap();
    assert_eq!(message["trace"][1]["file"], "<input 2>", "{outcome:?}");
    assert_eq!(message["trace"][0]["file"], "<input 1>", "{outcome:?}");
}
