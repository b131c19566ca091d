//! What scripts give, and how it is printed.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::thread;

use crate::process::{Folder, Outcome, check, check_failure, fluxlet};

#[test]
fn values_are_lines_of_text() {
    check(["run", "-e", "x = 1\nx + 1\n\"two words\"\n{a: 1.5, b: [1h]}"], "2\ntwo words\n{a: 1.5, b: [1h]}\n");
    check(["run", "-e", "bytes(v: \"text\")"], "text\n");
    check(["run", "-e", "(r) => r.a"], "(r: {B with a: A}) => A\n");
    check(["run", "-e", "x = 1"], "");
}

#[test]
fn values_are_lines_of_json() {
    let script = "\"a\\\"b\"\n{b: [1, 2], a: bytes(v: \"hi\"), t: 2024-02-29T00:00:00Z, d: 1h30m, f: (x) => x}\nd = [\"k\": 1.5]\nd";
    let expected = concat!(
        "\"a\\\"b\"\n",
        "{\"a\":\"aGk=\",\"b\":[1,2],\"d\":\"1h30m\",\"f\":\"(x: A) => A\",\"t\":\"2024-02-29T00:00:00Z\"}\n",
        "{\"k\":1.5}\n",
    );
    check(["run", "--output", "json", "-e", script], expected);
}

#[test]
fn values_before_a_failure_are_printed() {
    let outcome = fluxlet(["run", "-e", "1\nx = 2\nx\ndie(msg: \"boom\")\n3"]).run();
    assert_eq!((outcome.code, outcome.stdout.as_str()), (Some(1), "1\n2\n"), "{outcome:?}");
    assert!(outcome.stderr.contains("boom"), "{outcome:?}");
}

#[test]
fn raw_values_have_no_line_breaks() {
    check(["run", "--output", "raw", "-e", "\"a\"\nbytes(v: \"b\")\n1"], "ab1");
}

#[test]
fn bytes_that_are_no_text() {
    let run = |format: &str| {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let script = format!(
            "import \"experimental/influxdb\"\n\
            influxdb.api(method: \"get\", path: \"/\", host: \"http://{address}\", token: \"t\").body"
        );
        let server = thread::spawn(move || {
            let (mut connection, _) = listener.accept().unwrap();
            // A request without a body comes in one piece.
            assert!(connection.read(&mut [0; 4096]).unwrap() > 0);
            connection.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\na\n\xff").unwrap();
        });
        let bytes = fluxlet(["run", "--output", format, "-e", &script]).bytes();
        server.join().unwrap();
        bytes
    };
    assert_eq!(run("raw"), b"a\n\xff");
    assert_eq!(run("text"), b"0x610aff\n");
    assert_eq!(run("json"), b"\"YQr/\"\n");
}

#[test]
fn variables() {
    check(["run", "--var", "name=\"pump\"", "--var", "n=1 + 2", "-e", "name + string(v: n)"], "pump3\n");
    check(["run", "--var", "v={start: 2024-01-01T00:00:00Z, tags: [\"a\"]}", "-e", "v.tags[0]"], "a\n");
    check(["run", "--var", "empty=[]", "-e", "length(arr: empty)"], "0\n");
    check(["check", "--var", "n=1", "-e", "n + 1"], "");
    check_failure(["run", "--var", "n=\"1\"", "-e", "n + 1"], 3, "expected `string`, found `int`");
    check_failure(["run", "--var", "n=missing", "-e", "n"], 2, "undefined name `missing`");
    check_failure(["run", "--var", "n=1 +", "-e", "n"], 2, "--var n:1:");
    check_failure(["run", "--var", "n=die(msg: \"boom\")", "-e", "n"], 2, "boom");
    check_failure(["run", "--var", "n=(x) => x", "-e", "n"], 2, "gives a function");
    check_failure(["run", "--var", "n=[{f: (x) => x}]", "-e", "n"], 2, "gives a function");
    check_failure(["run", "--var", "n=a = 1", "-e", "n"], 2, "must be one expression");
    check_failure(["run", "--var", "n=", "-e", "n"], 2, "must be one expression");
    check_failure(["run", "--var", "n", "-e", "n"], 2, "`--var` expects NAME=CODE");
    check_failure(["run", "--var", "1n=1", "-e", "1"], 2, "`--var` expects NAME=CODE");
    let secret = "import s \"influxdata/influxdb/secrets\" s.get(key: \"K\")";
    check_failure(["run", "--secret", "K=v", "--var", &format!("n={secret}"), "-e", "n"], 2, "--var n:1:");
}

#[test]
fn scripts_come_from_the_standard_input() {
    fluxlet(["run", "-"]).input("1 + 1").check("2\n");
    fluxlet(["check", "-"]).input("1 + 1").check("");
    fluxlet(["run", "-"]).input("1 +").check_failure(3, "<stdin>:1:");
}

#[test]
fn a_closed_output_is_no_failure() {
    let folder = Folder::new();
    let long = format!("\"{}\"", "x".repeat(500_000));
    let path = folder.write("long.flux", long);
    let mut child = fluxlet(["run", &path]).start();
    drop(child.child.stdout.take());
    let outcome = Outcome::of(child);
    assert_eq!((outcome.code, outcome.stderr.as_str()), (Some(0), ""));
}
