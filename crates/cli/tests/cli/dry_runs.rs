//! `--dry-run` and `--trace`: requests shown instead of sent, and told of.

use serde_json::{Value, json};

use crate::process::{check_failure, fluxlet};

/// A script that reads and writes.
const SCRIPT: &str = r#"import "experimental/influxdb"
influxdb.api(method: "get", path: "/health").statusCode
influxdb.api(method: "post", path: "/api/v2/write", query: ["bucket": "b"], body: bytes(v: "m v=1")).statusCode
"#;

const NOTE: &str = "what was not sent was answered with status 204 and no body\n";

fn run(flags: &[&str]) -> (Option<i32>, String, String) {
    let outcome = fluxlet([&["run", "--host", "http://localhost:1", "--token", "tkn-C4NARY"], flags, &["-"]].concat());
    let outcome = outcome.input(SCRIPT).run();
    (outcome.code, outcome.stdout, outcome.stderr)
}

#[test]
fn requests_are_shown_and_not_sent() {
    let agent = format!("user-agent: fluxlet/{}", env!("CARGO_PKG_VERSION"));
    let expected = format!(
        "GET http://localhost:1/health\nauthorization: [secret]\n{agent}\n\n\
        POST http://localhost:1/api/v2/write?bucket=b\nauthorization: [secret]\n{agent}\n\nm v=1\n\n"
    );
    let note = format!("note: 2 requests were shown, none sent; {NOTE}");
    assert_eq!(run(&["--dry-run"]), (Some(0), expected, note.clone()));
    let expected = format!(
        "curl --request GET http://localhost:1/health \\\n  --header 'authorization: [secret]' \\\n  --header '{agent}'\n\
        curl --request POST 'http://localhost:1/api/v2/write?bucket=b' \\\n  --header 'authorization: [secret]' \\\n  \
        --header '{agent}' \\\n  --header 'Content-Type:' \\\n  --data-raw 'm v=1'\n"
    );
    assert_eq!(run(&["--dry-run", "--as", "curl"]), (Some(0), expected, note.clone()));
    let (code, stdout, stderr) = run(&["--dry-run=nothing", "--as", "json"]);
    let objects: Vec<Value> = stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let headers = json!(["authorization: [secret]", agent]);
    let expected = [
        json!({"method": "GET", "url": "http://localhost:1/health", "headers": headers, "sent": false}),
        json!({"method": "POST", "url": "http://localhost:1/api/v2/write?bucket=b", "headers": headers,
            "body": "m v=1", "sent": false}),
    ];
    assert_eq!((code, objects.as_slice(), stderr), (Some(0), expected.as_slice(), note));
}

#[test]
fn reads_are_sent_if_they_may_be() {
    let script =
        SCRIPT.replace(".statusCode", "").replace("influxdb.api(method: \"get\"", "a = influxdb.api(method: \"get\"")
            + "die(msg: string(v: a.statusCode))\n";
    let outcome = fluxlet(["run", "--demo", "--dry-run=reads", "-"]).input(&script).run();
    assert_eq!(outcome.code, Some(1));
    let expected = format!("note: 2 requests were shown, 1 sent; {NOTE}error[invalid]: 200\n");
    assert!(outcome.stderr.starts_with(&expected), "{outcome:?}");
}

#[test]
fn a_session_prints_its_values_too() {
    let outcome = fluxlet(["repl", "--demo", "--dry-run", "--as", "json"]).input(SCRIPT).run();
    assert_eq!(outcome.code, Some(0));
    let values: Vec<&str> = outcome.stdout.lines().filter(|line| !line.starts_with('{')).collect();
    assert_eq!((values.as_slice(), outcome.stdout.lines().count()), (["204", "204"].as_slice(), 4));
}

#[test]
fn calls_are_told() {
    let outcome = fluxlet(["run", "--demo", "--trace", "-"]).input(SCRIPT).run();
    assert_eq!((outcome.code, outcome.stdout.as_str()), (Some(0), "200\n400\n"));
    let lines: Vec<&str> = outcome.stderr.lines().collect();
    assert_eq!(lines.len(), 2, "{outcome:?}");
    assert!(
        lines[0].starts_with("note: GET http://localhost:8086/health: 200, ") && lines[0].ends_with(" ms, attempt 1")
    );
    assert!(lines[1].starts_with("note: POST http://localhost:8086/api/v2/write: 400, "), "{outcome:?}");
    let (code, stdout, stderr) = run(&["--trace", "--timeout", "5s"]);
    assert_eq!((code, stdout.as_str()), (Some(1), ""));
    assert!(stderr.starts_with("note: GET http://localhost:1/health: unavailable, "), "{stderr}");
}

#[test]
fn flags_that_exclude_each_other() {
    check_failure(["run", "--dry-run", "--record", "x", "-e", "1"], 2, "cannot be used with");
    check_failure(["run", "--dry-run", "--replay", "x", "-e", "1"], 2, "cannot be used with");
    check_failure(["run", "--as", "curl", "-e", "1"], 2, "--dry-run");
    check_failure(["run", "--dry-run=writes", "-e", "1"], 2, "invalid value 'writes'");
    check_failure(["test", "--dry-run"], 2, "--dry-run");
}
