//! `--policy`: what a file allows, and what is said about the rest.

use crate::process::{Folder, Server, check_failure, fluxlet};

/// Runs a script that calls the server, under a policy.
#[track_caller]
fn check_policy(policy: &str, call: &str, expected: Result<&str, &str>) {
    let (folder, server) = (Folder::new(), Server::start("t", "o"));
    let file = folder.write("policy.toml", policy);
    let script = format!("import \"experimental/influxdb\"\n{call}");
    let host = server.url();
    let run = fluxlet(["run", "--policy", &file, "--host", &host, "--token", "t", "-e", &script]);
    match expected {
        Ok(stdout) => run.check(stdout),
        Err(message) => run.check_failure(1, message),
    }
}

/// SRF-22: whatever is refused names its rule and its place in the script.
#[test]
fn requests_are_judged() {
    let api = |method: &str, path: &str| format!("influxdb.api(method: \"{method}\", path: \"{path}\").statusCode");
    let narrow = "[network]\nallowed_methods = [\"GET\"]\nallowed_paths = [\"/health\", \"/api/v2/buckets\"]\n";
    check_policy(narrow, &api("get", "/health"), Ok("200\n"));
    check_policy(narrow, &api("get", "/api/v2/buckets?limit=1"), Ok("200\n"));
    check_policy(narrow, &api("delete", "/health"), Err("forbids the method `DELETE`; it allows the methods `GET`"));
    for path in ["/api/v2/buckets2", "/api/v2", "/api%2Fv2/buckets", "/"] {
        check_policy(narrow, &api("get", path), Err("forbids the path; it allows the paths below `/health`"));
    }
    for path in ["/health/../x", "/health/%2e%2e/x", "/health%2F..%2Fx"] {
        check_policy(narrow, &api("get", path), Err("forbids a path with `.` or `..` segments"));
    }
    let elsewhere = |host: &str| format!("influxdb.api(method: \"get\", path: \"/\", host: \"{host}\", token: \"t\")");
    let origins = "[network]\nallowed_origins = [\"https://*.a.test\"]";
    check_policy(origins, &api("get", "/health"), Ok("200\n"));
    check_policy(
        origins,
        &elsewhere("https://a.test"),
        Err("forbids `https://a.test`; it allows the origins `https://*.a.test`"),
    );
    check_policy(
        "network.private_addresses = false",
        &elsewhere("http://127.0.0.1:1"),
        Err("forbids `http://127.0.0.1:1`"),
    );
    check_policy(
        "network.allowed_ports = [443]",
        &elsewhere("http://a.test"),
        Err("port 80; it allows the ports `443`"),
    );
    check_policy(narrow, &api("post", "/health"), Err("<code>:2:1"));
}

#[test]
fn runs_are_limited() {
    let twice = "influxdb.api(method: \"get\", path: \"/health\").statusCode\n".repeat(2);
    check_policy("limits.requests = 2", &twice, Ok("200\n200\n"));
    let folder = Folder::new();
    for (policy, script, message) in [
        ("limits.steps = 5", "1 + 1 + 1 + 1 + 1", "more than 5 steps; raise `limits.steps` to allow more"),
        ("limits.memory = \"1KiB\"", "import \"strings\"\nstrings.repeat(v: \"x\", i: 10000)", "raise `limits.memory`"),
        ("limits.depth = 1", "(() => (() => 1)())()", "raise `limits.depth`"),
        ("limits.time = \"1ns\"", "1", "raise `limits.time`"),
    ] {
        let file = folder.write("policy.toml", policy);
        check_failure(["run", "--policy", &file, "-e", script], 1, message);
    }
    // The shorter time counts.
    let file = folder.write("policy.toml", "limits.time = \"1ns\"");
    check_failure(["run", "--policy", &file, "--timeout", "1h", "-e", "1"], 1, "longer than 1ns");
    let file = folder.write("policy.toml", "limits.time = \"1h\"");
    check_failure(["run", "--policy", &file, "--timeout", "1ns", "-e", "1"], 1, "longer than 1ns");
}

#[test]
fn every_command_that_runs_scripts_takes_a_policy() {
    let folder = Folder::new();
    let file = folder.write("policy.toml", "limits.steps = 2");
    folder.write("a_test.flux", "package a_test\ntestcase a {\n    x = 1 + 1 + 1\n}\n");
    let test = fluxlet(["test", "--policy", &file]).in_folder(&folder).run();
    assert!(test.code == Some(1) && test.stdout.contains("more than 2 steps"), "{test:?}");
    let repl = fluxlet(["repl", "--policy", &file]).input("1 + 1 + 1\n").run();
    assert!(repl.code == Some(1) && repl.stderr.contains("more than 2 steps"), "{repl:?}");
}

#[test]
fn mistakes_are_told_with_their_places() {
    let folder = Folder::new();
    let file = folder.write("policy.toml", "[limits]\nstep = 1\ntime = 30\n");
    let outcome = fluxlet(["run", "--policy", &file, "-e", "1"]).run();
    let expected = format!(
        "error: {file}:2:1: there is no `step`; did you mean `steps`?\n{file}:3:8: `time` expects a duration such as"
    );
    assert_eq!(outcome.code, Some(2));
    assert!(outcome.stderr.starts_with(&expected), "{outcome:?}");
    check_failure(["run", "--policy", "/no/such/file", "-e", "1"], 2, "it does not exist");
}

/// The example explains every key, and is a policy.
#[test]
fn the_example_is_a_policy() {
    let example = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/policy.toml");
    let text = std::fs::read_to_string(&example).unwrap();
    fluxlet(["run", "--policy", example.to_str().unwrap(), "-e", "1"]).check("1\n");
    let help = fluxlet(["run", "--help"]).run().stdout;
    for key in [
        "private_addresses",
        "allowed_origins",
        "allowed_ports",
        "allowed_methods",
        "allowed_paths",
        "denied_ranges",
        "steps",
        "depth",
        "memory",
        "time",
        "requests",
        "in_flight",
        "concurrent_calls",
        "traffic",
        "request_body",
        "response_body",
    ] {
        assert!(text.contains(&format!("\n{key} = ")), "{key}");
        assert!(help.contains(key), "{key}");
    }
}
