//! Secrets: where they come from, and that they are not told.

use crate::process::{Folder, check, check_failure, fluxlet};

const GET: &str = "import \"influxdata/influxdb/secrets\"\nsecrets.get(key: \"K\")";

#[test]
fn sources() {
    let folder = Folder::new();
    let file = folder.write(".env", "# settings\nexport K='file'\nINFLUX_ORG=o\n");
    check(["run", "-e", GET, "--secret", "K=a=b"], "a=b\n");
    check(["run", "-e", GET, "--secret", "K="], "\n");
    check(["run", "-e", GET, "--env-file", &file], "file\n");
    fluxlet(["run", "-e", GET, "--secret-env", "K"]).env("K", "v").check("v\n");
    fluxlet(["run", "-e", GET, "--secret-env", "K=OTHER"]).env("OTHER", "v").check("v\n");
    let all = ["run", "-e", GET, "--env-file", &file, "--secret-env", "K"];
    fluxlet(all).env("K", "var").check("var\n");
    fluxlet(all.iter().chain(&["--secret", "K=flag"])).env("K", "var").check("flag\n");
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

/// SEC-01, SEC-07: whatever a script makes of a whole secret, the command does not print it.
#[test]
fn secrets_are_not_printed() {
    let secret = "tkn-C4NARY/\"+=";
    let flag = format!("K={secret}");
    let start = "import \"experimental/influxdb\"\nimport \"contrib/bonitoo-io/hex\"\nimport \"http\"\nimport \"strings\"\n\
        import \"influxdata/influxdb/secrets\"\ns = secrets.get(key: \"K\")\n";
    let values: &[(&str, &str, &str)] = &[
        ("s", "[secret]\n", "\"[secret]\"\n"),
        ("\"<${s}>\"", "<[secret]>\n", "\"<[secret]>\"\n"),
        ("bytes(v: s)", "[secret]\n", "\"W3NlY3JldF0=\"\n"),
        ("display(v: bytes(v: s))", "0x[secret]\n", "\"0x[secret]\"\n"),
        (
            "{a: [s, \"b\"], b: [s: 1]}",
            "{a: [[secret], b], b: [[secret]: 1]}\n",
            "{\"a\":[\"[secret]\",\"b\"],\"b\":{\"[secret]\":1}}\n",
        ),
        ("strings.toUpper(v: s)", "[secret]\n", "\"[secret]\"\n"),
        ("http.pathEscape(inputString: s)", "[secret]\n", "\"[secret]\"\n"),
    ];
    let run = |format: &str, code: &str| {
        let script = format!("{start}{code}");
        fluxlet(["run", "--message-format", "json", "--output", format, "--secret", &flag, "-e", &script]).run()
    };
    for (value, text, json) in values {
        assert_eq!(run("text", value).stdout, *text, "{value}");
        assert_eq!(run("raw", value).stdout, text.trim_end(), "{value}");
        assert_eq!(run("json", value).stdout, *json, "{value}");
    }
    // The characters around the mark hold bits of what stands beside the secret.
    assert!(run("text", "http.basicAuth(u: \"u\", p: s)").stdout.starts_with("Basic dTp[secret]"));
    for (failure, message) in [
        ("die(msg: s)", "[secret]"),
        ("die(msg: hex.string(v: bytes(v: \"a${s}\")))", "61[secret]"),
        ("int(v: s)", "[secret]"),
        ("influxdb.api(method: \"get\", path: \"/${s}\", host: \"http://127.0.0.1:1\", token: s)", "[secret]"),
    ] {
        let outcome = run("text", failure);
        assert_eq!(outcome.code, Some(1), "{outcome:?}");
        assert!(outcome.stderr.contains(message), "{failure}: {outcome:?}");
    }
    let inputs = format!("{start}s\n\"later ${{s}}\"\ndie(msg: s)\n");
    let outcome = fluxlet(["repl", "--secret", &flag]).input(&inputs).run();
    assert_eq!(outcome.stdout, "[secret]\nlater [secret]\n", "{outcome:?}");
    assert!(outcome.stderr.contains("[secret]"), "{outcome:?}");
    let folder = Folder::new();
    folder.write("a_test.flux", format!("package a_test\n{start}testcase a {{\n    die(msg: \"got ${{s}}\")\n}}\n"));
    for format in ["human", "json"] {
        let arguments = ["test", "-v", "--message-format", format, "--secret", &flag];
        let outcome = fluxlet(arguments).in_folder(&folder).run();
        assert!(outcome.code == Some(1) && outcome.stdout.contains("got [secret]"), "{outcome:?}");
    }
}
