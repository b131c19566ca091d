//! Host, token and organisation: flags before the environment before a file before a profile.

use std::net::TcpListener;

use crate::process::{Folder, Outcome, Server, check_failure, fluxlet};

/// Prints the name of the organisation of the server that the script runs for, or the status if it is not 200.
const ORG: &str = r#"import "experimental/influxdb"
import "experimental/json"
response = influxdb.api(method: "get", path: "/api/v2/orgs")
if response.statusCode == 200 then json.parse(data: response.body).orgs[0].name else string(v: response.statusCode)"#;

/// Writes a file of profiles; the first is active.
fn profiles(folder: &Folder, profiles: &[(&str, &str, &str)]) -> String {
    let entries = profiles.iter().enumerate().map(|(index, (name, url, token))| {
        let active = if index == 0 { "  active = true\n" } else { "" };
        format!("[{name}]\n  url = \"{url}\"\n  token = \"{token}\"\n  org = \"o\"\n{active}")
    });
    folder.write("home/.influxdbv2/configs", entries.collect::<String>());
    format!("{}/home", folder.path())
}

#[test]
fn a_flag_counts_first() {
    let folder = Folder::new();
    let [flag, environment, profile] = ["flag", "environment", "profile"].map(|org| Server::start("t", org));
    let home = profiles(&folder, &[("p", &profile.url(), "t")]);
    let file = folder.write("env", format!("INFLUX_HOST={}\n", environment.url()));
    let (flag, environment) = (flag.url(), environment.url());

    fluxlet(["run", "-e", ORG]).env("HOME", &home).check("profile\n");
    fluxlet(["run", "-e", ORG, "--env-file", &file]).env("HOME", &home).env("INFLUX_TOKEN", "t").check("environment\n");
    let run = || fluxlet(["run", "-e", ORG, "--host", &flag, "--token", "t"]);
    run().env("HOME", &home).env("INFLUX_HOST", &environment).env("INFLUX_TOKEN", "wrong").check("flag\n");
    let run = || fluxlet(["run", "-e", ORG]);
    run().env("HOME", &home).env("INFLUX_HOST", &environment).env("INFLUX_TOKEN", "t").check("environment\n");
}

#[test]
fn the_environment_counts_before_its_file() {
    let folder = Folder::new();
    let server = Server::start("right", "org");
    let file = folder.write("env", format!("INFLUX_HOST={}\nINFLUX_TOKEN=right\n", server.url()));
    let run = || fluxlet(["run", "-e", ORG, "--env-file", &file]);
    run().check("org\n");
    run().env("INFLUX_TOKEN", "").check("org\n");
    run().env("INFLUX_TOKEN", "wrong").check("401\n");
}

#[test]
fn tokens_come_from_files_and_the_standard_input() {
    let folder = Folder::new();
    let server = Server::start("right", "org");
    let file = folder.write("token", "right\r\n");
    fluxlet(["run", "-e", ORG, "--host", &server.url(), "--token-file", &file]).check("org\n");
    // The file counts before the environment.
    let run = || fluxlet(["run", "-e", ORG, "--host", &server.url(), "--token-file", "-"]);
    run().env("INFLUX_TOKEN", "wrong").input("right\n").check("org\n");
    run().input("wrong\n").check("401\n");
    check_failure(["run", "-", "--token-file", "-"], 2, "cannot both come from the standard input");
}

#[test]
fn profiles_are_named_or_active() {
    let folder = Folder::new();
    let (first, second) = (Server::start("1", "first"), Server::start("2", "second"));
    let home = profiles(&folder, &[("a", &first.url(), "1"), ("b", &second.url(), "2")]);
    let run = |arguments: &[&str]| fluxlet([&["run", "-e", ORG], arguments].concat()).env("HOME", &home);
    run(&[]).check("first\n");
    run(&["-c", "b"]).check("second\n");
    run(&["--active-config", "a"]).env("INFLUX_ACTIVE_CONFIG", "b").check("first\n");
    run(&[]).env("INFLUX_ACTIVE_CONFIG", "b").check("second\n");
    run(&["-c", "c"]).check_failure(2, "has no profile `c`; it has `a`, `b`");
    let path = format!("{home}/.influxdbv2/configs");
    fluxlet(["run", "-e", ORG]).env("INFLUX_CONFIGS_PATH", path).check("first\n");
    fluxlet(["run", "-e", "1"]).env("INFLUX_CONFIGS_PATH", "/no/such/file").check("1\n");
    fluxlet(["run", "-e", "1", "-c", "a"]).check_failure(2, "it does not exist");
}

#[test]
fn broken_profiles() {
    let folder = Folder::new();
    let path = folder.write("configs", "[a]\nurl = \"http://localhost\"\ntoken = \"S3CRET\n");
    let run =
        |arguments: &[&str]| fluxlet([&["run", "-e", "1"], arguments].concat()).env("INFLUX_CONFIGS_PATH", &path).run();
    let outcome = run(&[]);
    assert_eq!((outcome.code, outcome.stdout.as_str()), (Some(0), "1\n"));
    assert!(outcome.stderr.starts_with("note: no profile is used: "), "{outcome:?}");
    assert!(outcome.stderr.contains("is not valid TOML: line 3 is wrong"), "{outcome:?}");
    let outcome = run(&["-c", "a"]);
    assert_eq!((outcome.code, outcome.stdout.as_str()), (Some(2), ""));
    assert!(outcome.stderr.starts_with("error: ") && !outcome.stderr.contains("S3CRET"), "{outcome:?}");
}

#[test]
fn the_token_of_a_profile_stays_with_its_host() {
    let folder = Folder::new();
    let (own, other) = (Server::start("S3CRET", "own"), Server::start("S3CRET", "other"));
    let home = profiles(&folder, &[("p", &own.url(), "S3CRET")]);
    let run = |arguments: &[&str]| fluxlet([&["run", "-e", ORG], arguments].concat()).env("HOME", &home);

    let check = |outcome: Outcome, from: &str| {
        assert_eq!(outcome.code, Some(1), "{outcome:?}");
        assert!(outcome.stderr.contains("note: the token of profile `p` is not used"), "{outcome:?}");
        assert!(outcome.stderr.contains(from), "{outcome:?}");
        assert!(outcome.stderr.contains("keyword argument \"token\" is required"), "{outcome:?}");
        assert!(!outcome.stderr.contains("S3CRET"), "{outcome:?}");
    };
    check(run(&["--host", &other.url()]).run(), "from `--host`");
    check(run(&[]).env("INFLUX_HOST", other.url()).run(), "from `INFLUX_HOST`");
    // The same host, written otherwise.
    run(&["--host", &format!("{}/", own.url())]).check("own\n");
    // The rest of the profile is still used.
    run(&["--token", "S3CRET"]).check("own\n");
    run(&["--host", &other.url(), "--token", "S3CRET"]).check("other\n");
}

#[test]
fn there_is_no_default_host() {
    check_failure(["run", "-e", ORG, "--token", "t"], 1, "keyword argument \"host\" is required");
    check_failure(["run", "-e", ORG, "--host", "http://127.0.0.1:1"], 1, "keyword argument \"token\" is required");
}

#[test]
fn ids_stand_in_paths() {
    let server = Server::start("t", "org");
    let script = "import \"experimental/influxdb\"\n\
        influxdb.api(method: \"get\", path: \"/api/v2/orgs/{orgID}\").statusCode";
    let run = |id: &str| {
        let host = server.url();
        fluxlet(["run", "--host", &host, "--token", "t", "--org-id", id, "-e", script]).run().stdout
    };
    assert_eq!(run(server.standin.org_id()), "200\n");
    assert_eq!(run("ffffffffffffffff"), "404\n");
}

#[test]
fn certificates_are_trusted() {
    let folder = Folder::new();
    let server = Server::start("t", "org");
    let url = format!("https://{}", server.standin.tls_address());
    let ca = folder.write("ca.pem", server.standin.ca_pem());
    let run = |arguments: &[&str]| fluxlet([&["run", "-e", ORG, "--host", &url, "--token", "t"], arguments].concat());
    run(&["--ca-cert", &ca]).check("org\n");
    run(&[]).check_failure(1, "error[unavailable]");
    let none = folder.write("none.pem", "nothing");
    run(&["--ca-cert", &none]).check_failure(2, "none.pem");
    run(&["--ca-cert", "/no/such/file"]).check_failure(2, "it does not exist");
}

#[test]
fn refused_connections() {
    // Nobody listens at port 1.
    let arguments = ["run", "-e", ORG, "--host", "http://127.0.0.1:1", "--token", "S3CRET"];
    check_failure(arguments, 1, "GET http://127.0.0.1:1/api/v2/orgs");
    assert!(!fluxlet(arguments).run().stderr.contains("S3CRET"));
}

#[test]
fn the_timeout_ends_the_run() {
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let host = format!("http://{}", silent.local_addr().unwrap());
    let arguments = ["run", "-e", ORG, "--host", &host, "--token", "t", "--timeout", "50ms"];
    check_failure(arguments, 1, "error[deadline exceeded]");
}

#[test]
fn bad_values() {
    check_failure(["run", "-e", "1", "--host", "localhost:8086"], 2, "`--host` is wrong: a host starts with `http://`");
    check_failure(["run", "-e", "1", "--host", "http://me:S3CRET@h"], 2, "the URL holds credentials");
    check_failure(["run", "-e", "1", "--token", ""], 2, "`--token` is wrong: the token is empty");
    check_failure(
        ["run", "-e", "1", "--token", "a\nb"],
        2,
        "`--token` is wrong: the token holds a line break at offset 1",
    );
    fluxlet(["run", "-e", "1"]).env("INFLUX_TOKEN", "a\nb").check_failure(2, "`INFLUX_TOKEN` is wrong");
    fluxlet(["run", "-e", "1"]).env("INFLUX_HOST", "x").check_failure(2, "`INFLUX_HOST` is wrong");
    for timeout in ["30", "-1s", "0s", "1mo", "1y", "soon", ""] {
        check_failure(["run", "-e", "1", "--timeout", timeout], 2, "for '--timeout <DURATION>': it ");
    }
}

/// Ctrl-C while a request waits for its answer.
#[cfg(unix)]
#[test]
fn an_interrupt_ends_the_run() {
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let host = format!("http://{}", silent.local_addr().unwrap());
    let child = fluxlet(["run", "-e", ORG, "--host", &host, "--token", "t"]).start();
    let (_connection, _) = silent.accept().unwrap();
    let id = child.child.id().to_string();
    assert!(std::process::Command::new("kill").args(["-INT", &id]).status().unwrap().success());
    let outcome = Outcome::of(child);
    assert_eq!((outcome.code, outcome.stdout.as_str(), outcome.stderr.as_str()), (Some(130), "", "interrupted\n"));
}

/// No path and no host of a script brings the context's token to another port: not a byte arrives there.
#[test]
fn a_script_cannot_send_the_token_elsewhere() {
    let server = Server::start("right", "org");
    let thief = TcpListener::bind("127.0.0.1:0").unwrap();
    thief.set_nonblocking(true).unwrap();
    let elsewhere = thief.local_addr().unwrap();
    let port = elsewhere.port();
    for arguments in [
        format!("path: \"@{elsewhere}/x\""),
        format!("path: \":{port}/x\""),
        format!("path: \"/x\", host: \"http://{elsewhere}\""),
        format!("path: \"/x\", host: \"http://a@{elsewhere}\""),
        format!("path: \"/x\", host: \"{}@{elsewhere}\"", server.url()),
        format!("path: \"//{elsewhere}/x\", headers: [\"Host\": \"{elsewhere}\"]"),
    ] {
        let script = format!("import \"experimental/influxdb\"\ninfluxdb.api(method: \"get\", {arguments})");
        let run = fluxlet(["run", "--host", &server.url(), "--token", "right", "-e", &script]);
        run.check_failure(1, "error[invalid]: argument");
    }
    // What looks like an authority is a path of the context's own server.
    let script = format!(
        "import \"experimental/influxdb\"\ninfluxdb.api(method: \"get\", path: \"//{elsewhere}/x\").statusCode"
    );
    fluxlet(["run", "--host", &server.url(), "--token", "right", "-e", &script]).check("404\n");
    assert!(thief.accept().is_err(), "somebody connected");
}
