//! Secrets: where they come from, and that they are not told.

use crate::process::{Folder, check, check_failure, fluxlet};

const GET: &str = "import \"influxdata/influxdb/secrets\"\nsecrets.get(key: \"K\")";

#[test]
fn sources() {
    let folder = Folder::new();
    let file = folder.write(".env", "# settings\nexport K='from file'\nINFLUX_ORG=o\n");
    check(["run", "-e", GET, "--secret", "K=a=b"], "a=b\n");
    check(["run", "-e", GET, "--secret", "K="], "\n");
    check(["run", "-e", GET, "--env-file", &file], "from file\n");
    fluxlet(["run", "-e", GET, "--secret-env", "K"]).env("K", "v").check("v\n");
    fluxlet(["run", "-e", GET, "--secret-env", "K=OTHER"]).env("OTHER", "v").check("v\n");
    let all = ["run", "-e", GET, "--env-file", &file, "--secret-env", "K"];
    fluxlet(all).env("K", "variable").check("variable\n");
    fluxlet(all.iter().chain(&["--secret", "K=flag"])).env("K", "variable").check("flag\n");
    // The environment is no secret by itself.
    let outcome = fluxlet(["run", "-e", GET]).env("K", "v").run();
    assert_eq!(outcome.code, Some(1), "{outcome:?}");
}

#[test]
fn bad_flags_and_files() {
    let folder = Folder::new();
    let file = folder.write(".env", "A=1\nnonsense\n");
    let good = folder.write("good.env", "K=v\n");
    check_failure(["run", "-e", GET, "--env-file", &good, "--secret-env", "L=K"], 2, "`K` is not set");
    check_failure(["run", "-e", GET, "--secret", "K"], 2, "`--secret` expects KEY=VALUE");
    check_failure(["run", "-e", GET, "--secret", "=v"], 2, "`--secret` expects KEY=VALUE");
    check_failure(["run", "-e", GET, "--secret-env", "K"], 2, "the environment variable `K` is not set");
    check_failure(["run", "-e", GET, "--secret-env", "="], 2, "`--secret-env` expects KEY or KEY=ENV");
    check_failure(["run", "-e", GET, "--env-file", &file], 2, "has a mistake in line 2: expected KEY=VALUE");
    check_failure(["run", "-e", GET, "--env-file", "/no/such/file"], 2, "it does not exist");
}

/// Runs that fail in the neighbourhood of a secret.
#[test]
fn secrets_are_not_told() {
    let folder = Folder::new();
    let secret = "hush-5f2c";
    let line = format!("{secret}\n{secret}");
    let token = folder.write("token", &line);
    let file = folder.write("env", format!("{secret}\n"));
    let quoted = folder.write("quoted", format!("A=\"{secret}\n"));
    let variable = format!("K={secret}");
    let host = format!("http://me:{secret}@localhost");
    let query = format!("http://localhost/?q={secret}");
    let flag = format!("--tokn={secret}");
    let demo = format!("--demo={secret}");
    let call = "import \"experimental/influxdb\"\n\
        influxdb.api(method: \"get\", path: \"/x\", host: \"http://127.0.0.1:1\")";
    let own = "import \"experimental/influxdb\"\ninfluxdb.api(method: \"get\", path: \"/x\")";
    let header = "import \"experimental/influxdb\"\nimport \"influxdata/influxdb/secrets\"\n\
        s = secrets.get(key: \"K\")\n\
        influxdb.api(method: \"get\", path: \"/x\", query: [\"q\": s], headers: [\"X\": s], body: bytes(v: s))";
    let cases: &[&[&str]] = &[
        &["--token", &line, "-e", "1"],
        &["--token-file", &token, "-e", "1"],
        &["--env-file", &file, "-e", "1"],
        &["--env-file", &quoted, "-e", "1"],
        &["--secret", secret, "-e", "1"],
        &["--secret-env", secret, "-e", "1"],
        &["--secret-env", &variable, "-e", "1"],
        &["--secret", "K", secret, "-e", "1"],
        &["-e", "1", "--secret", "K=1", secret, secret],
        &["--host", &host, "-e", "1"],
        &["--host", &query, "-e", "1"],
        &[&flag, "-e", "1"],
        &[&demo, "-e", "1"],
        &["--token", secret, "--token-file", &token, "-e", "1"],
        &["--token", secret, "--demo", "-e", "1"],
        &["--token", secret, "--host", "http://localhost:1", "-e", call],
        &["--token", secret, "--host", "http://127.0.0.1:1", "-e", own],
        &["--token", secret, "--host", "http://127.0.0.1:1", "--secret", &variable, "-e", header],
    ];
    for arguments in cases {
        for format in ["human", "json"] {
            let outcome = fluxlet([&["run", "--message-format", format], *arguments].concat()).run();
            assert!(matches!(outcome.code, Some(1 | 2)), "{arguments:?}: {outcome:?}");
            assert!(!outcome.stderr.contains(secret) && !outcome.stdout.contains(secret), "{arguments:?}: {outcome:?}");
        }
    }
    let bad = fluxlet(["run", "-e", "1"]).env("INFLUX_TOKEN", &line).run();
    assert!(bad.code == Some(2) && !bad.stderr.contains(secret), "{bad:?}");
}
