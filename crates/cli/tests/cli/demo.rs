//! The examples against the demonstration server.

use serde_json::{Value, json};

use crate::process::{Folder, check, check_failure, fluxlet};

fn example(name: &str) -> String {
    format!("{}/examples/{name}.flux", env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn health() {
    let outcome = fluxlet(["run", "--demo", &example("health")]).run();
    assert_eq!((outcome.code, outcome.stderr.as_str()), (Some(0), ""));
    let mut body: Value = serde_json::from_str(&outcome.stdout).unwrap();
    assert!(body["version"].take().is_string() && body["commit"].take().is_string(), "{outcome:?}");
    let expected = json!({
        "name": "influxdb",
        "message": "ready for queries and writes",
        "status": "pass",
        "checks": [],
        "version": null,
        "commit": null,
    });
    assert_eq!(body, expected);
}

#[test]
fn create_bucket() {
    let outcome = fluxlet(["run", "--demo", "--output", "json", &example("create-bucket")]).run();
    assert_eq!((outcome.code, outcome.stderr.as_str()), (Some(0), ""));
    let response: Value = serde_json::from_str(&outcome.stdout).unwrap();
    // The id of the organisation is a placeholder that stands in the documentation.
    assert_eq!(response["statusCode"], 400);
    assert_eq!(response["headers"]["X-Platform-Error-Code"], "invalid");
    let script = std::fs::read_to_string(example("create-bucket")).unwrap();
    let message = script.replacen("influxdb.api(", "response = influxdb.api(", 1) + "\nstring(v: response.body)";
    let outcome = fluxlet(["run", "--demo", "-"]).input(&message).run();
    let body: Value = serde_json::from_str(&outcome.stdout).unwrap();
    assert_eq!(body, json!({"code": "invalid", "message": "failed to unmarshal json: invalid ID"}));
}

#[test]
fn list_buckets() {
    check(["run", "--demo", &example("list-buckets")], "_tasks\n_monitoring\nfirst\n");
}

#[test]
fn create_and_list() {
    let expected =
        "{\"buckets\":[\"_monitoring\",\"_tasks\",\"example-bucket\",\"first\"],\"created\":\"example-bucket\"}\n";
    check(["run", "--demo", "--output", "json", &example("create-and-list")], expected);
}

#[test]
fn examples_have_no_errors() {
    let examples = ["health", "create-bucket", "list-buckets", "create-and-list"].map(example);
    check(std::iter::once("check").chain(examples.iter().map(String::as_str)), "");
}

#[test]
fn ids_and_token_are_given() {
    let script = r#"import "experimental/influxdb"
import "influxdata/influxdb/secrets"
token = secrets.get(key: "INFLUX_TOKEN")
influxdb.api(method: "get", path: "/api/v2/orgs/{orgID}").statusCode
influxdb.api(method: "get", path: "/api/v2/buckets", host: "http://[::1]:1", token: token).statusCode
influxdb.api(method: "get", path: "/api/v2/buckets", host: "https://example.com", token: token).statusCode
influxdb.api(method: "get", path: "/api/v2/buckets", host: "https://example.com", token: "wrong").statusCode"#;
    check(["run", "--demo", "-e", script], "200\n200\n200\n401\n");
}

#[test]
fn a_secret_of_the_user_is_kept() {
    let script = "import \"influxdata/influxdb/secrets\"\nsecrets.get(key: \"INFLUX_TOKEN\")";
    check(["run", "--demo", "--secret", "INFLUX_TOKEN=mine", "-e", script], "mine\n");
}

#[test]
fn the_environment_does_not_count() {
    fluxlet(["run", "--demo", &example("list-buckets")])
        .env("INFLUX_HOST", "http://127.0.0.1:1")
        .env("INFLUX_TOKEN", "other")
        .check("_tasks\n_monitoring\nfirst\n");
}

#[test]
fn flags_that_exclude_it() {
    let folder = Folder::new();
    let token = folder.write("token", "t");
    for flag in [["--host", "http://x"], ["--token", "t"], ["--token-file", &token], ["-c", "p"]] {
        let arguments = ["run", "--demo", flag[0], flag[1], "-e", "1"];
        check_failure(arguments, 2, "cannot be used with");
    }
}

/// Addresses have no name to ask a certificate for.
#[test]
fn addresses_are_answered_over_https_too() {
    let call = |host: &str| {
        format!("influxdb.api(method: \"get\", path: \"/health\", host: \"{host}\", token: \"t\").statusCode\n")
    };
    let hosts =
        ["https://10.1.2.3:8443", "https://[2001:db8::1]", "https://10.1.2.3:8443", "https://xn--mnchen-3ya.example"];
    let script = format!("import \"experimental/influxdb\"\n{}", hosts.map(call).concat());
    check(["run", "--demo", "-e", &script], "200\n200\n200\n200\n");
}
