//! The examples against the real InfluxDB, with host and token from everywhere they may come from.
//!
//! The variable `FLUXLET_ORACLE` names the folder of the program `influxd`; without it the test has nothing to ask and
//! says so.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::{env, fs};

const TOKEN: &str = "oracle-token-of-this-test";

/// A throw-away server, set up with an organisation and a token.
struct Influxd {
    child: Child,
    folder: PathBuf,
    url: String,
}

impl Influxd {
    /// Starts the server on a free port, and waits for the line that says it listens.
    fn start(program: &Path) -> Self {
        let folder = env::temp_dir().join(format!("fluxlet-oracle-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let mut child = Command::new(program)
            .arg("--bolt-path")
            .arg(folder.join("bolt"))
            .arg("--sqlite-path")
            .arg(folder.join("sqlite"))
            .arg("--engine-path")
            .arg(folder.join("engine"))
            .args(["--http-bind-address", "127.0.0.1:0", "--log-level", "info", "--reporting-disabled"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let port = lines
            .by_ref()
            .map_while(Result::ok)
            .find(|line| line.contains("msg=Listening"))
            .and_then(|line| {
                line.rsplit("port=")
                    .next()
                    .map(|rest| rest.chars().take_while(char::is_ascii_digit).collect::<String>())
            })
            .expect("influxd says on which port it listens");
        // The server goes on writing: what nobody reads would stop it.
        std::thread::spawn(move || lines.for_each(drop));
        Self { child, folder, url: format!("http://127.0.0.1:{port}") }
    }

    /// Creates the first user, with a script as everything else.
    fn set_up(&self) {
        let script = r#"
            import "experimental/influxdb"
            import "json"
            influxdb.api(method: "post", path: "/api/v2/setup", body: json.encode(v: {
                username: "u", password: "password1", org: "my-org", bucket: "first", token: token,
            })).statusCode
        "#;
        let token = format!("token=\"{TOKEN}\"");
        let output = fluxlet(&["run", "--var", &token, "--host", &self.url, "--token", "none-yet", "-e", script], &[]);
        assert_eq!(text(&output), "201\n", "{}", errors(&output));
    }
}

impl Drop for Influxd {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Runs the command with an environment of its own.
fn fluxlet(arguments: &[&str], environment: &[(&str, &str)]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fluxlet"));
    command.args(arguments).env_clear().envs(environment.iter().copied());
    command.output().unwrap()
}

fn text(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn errors(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn example(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(name)).unwrap()
}

/// Returns the examples with their own hosts replaced.
fn with_host(url: &str) -> [String; 2] {
    [
        example("health.flux").replace("http://localhost:8086", url),
        example("create-bucket.flux").replace("https://us-west-2-1.aws.cloud2.influxdata.com", url),
    ]
}

/// Returns the examples without hosts and tokens of their own.
fn without_host() -> [String; 2] {
    let strip = |text: String| {
        let lines = text.lines().filter(|line| {
            !line.starts_with("token = ") && !line.trim().starts_with("host:") && line.trim() != "token: token,"
        });
        let text = lines.collect::<Vec<_>>().join("\n");
        text.replace(", host: \"http://localhost:8086\", token: token", "")
    };
    [strip(example("health.flux")), strip(example("create-bucket.flux"))]
}

/// The three scripts give what the real server answers: its health, its refusal of the placeholder, its buckets.
fn check(scripts: [String; 2], arguments: &[&str], environment: &[(&str, &str)]) {
    let [health, create] = scripts;
    let run = |script: &str| {
        let arguments: Vec<&str> = ["run"].iter().chain(arguments).copied().chain(["-e", script]).collect();
        let output = fluxlet(&arguments, environment);
        assert!(output.status.success(), "{arguments:?}: {}", errors(&output));
        assert!(!errors(&output).contains(TOKEN) && !text(&output).contains(TOKEN));
        text(&output)
    };
    assert!(run(&health).contains("\"status\":\"pass\""));
    assert!(run(&create).contains("statusCode: 400"), "the id of the organisation is a placeholder");
}

#[test]
fn the_examples_work_with_the_real_influxdb() {
    let Some(oracle) = env::var_os("FLUXLET_ORACLE") else {
        println!("skipped: FLUXLET_ORACLE names no folder with the real influxd");
        return;
    };
    let influxd = Influxd::start(&Path::new(&oracle).join("influxd"));
    influxd.set_up();
    let url = influxd.url.as_str();

    let secret = format!("INFLUX_TOKEN={TOKEN}");
    check(with_host(url), &["--secret", &secret], &[]);
    check(with_host(url), &["--secret-env", "INFLUX_TOKEN=T"], &[("T", TOKEN)]);
    check(without_host(), &["--host", url, "--token", TOKEN], &[]);
    check(without_host(), &[], &[("INFLUX_HOST", url), ("INFLUX_TOKEN", TOKEN)]);
    let profiles = influxd.folder.join("configs");
    let profile = format!("[here]\nurl = \"{url}\"\ntoken = \"{TOKEN}\"\norg = \"my-org\"\nactive = true\n");
    fs::write(&profiles, profile).unwrap();
    let profiles = profiles.display().to_string();
    check(without_host(), &[], &[("INFLUX_CONFIGS_PATH", &profiles)]);
    check(without_host(), &["-c", "here"], &[("INFLUX_CONFIGS_PATH", &profiles)]);

    // With the real id of the organisation a bucket is created, and listed.
    let list = example("list-buckets.flux");
    let create = format!(
        "{}\n{}",
        r#"
        import "experimental/influxdb"
        import "experimental/dynamic"
        import "json"
        orgs = influxdb.api(method: "get", path: "/api/v2/orgs", query: ["org": "my-org"])
        id = string(v: dynamic.asArray(v: dynamic.jsonParse(data: orgs.body).orgs)[0].id)"#,
        r#"
        created = influxdb.api(method: "post", path: "/api/v2/buckets", body: json.encode(v: {
            name: "example-bucket", description: "This is an example bucket.", orgID: id, retentionRules: [],
        }))
        created.statusCode"#
    );
    let run = |script: &str| {
        let output = fluxlet(&["run", "--host", url, "--token", TOKEN, "-e", script], &[]);
        assert!(output.status.success(), "{}", errors(&output));
        text(&output)
    };
    assert!(!run(&list).contains("example-bucket"));
    assert_eq!(run(&create), "201\n");
    assert!(run(&list).lines().any(|line| line == "example-bucket"));
    assert_eq!(run(&create), "422\n", "the name is taken");

    // A wrong token is an answer of the server, not an error of the call.
    let wrong = fluxlet(&["run", "--host", url, "--token", "wrong", "-e", &list], &[]);
    assert_eq!(wrong.status.code(), Some(1));
    assert!(errors(&wrong).contains("401"), "{}", errors(&wrong));
}
