//! `--record` and `--replay`: runs and test cases without a server, and cassettes without secrets.

use std::fs;
use std::path::Path;

use crate::process::{Folder, Outcome, Server, check_failure, fluxlet};

const TOKEN: &str = "tkn-C4NARY-0123456789";

/// A script that asks twice.
const ASKING: &str = r#"import "experimental/influxdb"
influxdb.api(method: "get", path: "/health").statusCode
influxdb.api(method: "get", path: "/ping").statusCode
"#;

fn example(name: &str) -> String {
    format!("{}/examples/{name}", env!("CARGO_MANIFEST_DIR"))
}

/// Copies the test cases of the README into a folder of the same name.
fn replayed() -> Folder {
    let folder = Folder::new();
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/replayed");
    for entry in fs::read_dir(from).unwrap().flatten() {
        let name = entry.file_name().into_string().unwrap();
        folder.write(&format!("tests/replayed/{name}"), fs::read(entry.path()).unwrap());
    }
    folder
}

#[test]
fn a_replay_gives_the_values_of_the_recording() {
    let folder = Folder::new();
    for name in ["health", "create-bucket", "list-buckets", "create-and-list"] {
        let (script, cassette) = (example(&format!("{name}.flux")), format!("{}/{name}", folder.path()));
        let recorded = fluxlet(["run", "--demo", "-o", "json", "--record", &cassette, &script]).run();
        assert_eq!((recorded.code, recorded.stderr.as_str()), (Some(0), ""), "{name}");
        let replayed = fluxlet(["run", "-o", "json", "--replay", &cassette, &script])
            .env("INFLUX_HOST", "http://other:1")
            .env("INFLUX_TOKEN", "other")
            .run();
        assert_eq!((replayed.code, replayed.stderr.as_str()), (Some(0), ""), "{name}");
        assert_eq!(replayed.stdout, recorded.stdout, "{name}");
    }
}

/// Ctrl-C keeps what was exchanged until then, and says so; without an exchange what was there stays. Nothing is left beside.
#[cfg(unix)]
#[test]
fn an_interrupt_keeps_what_was_recorded() {
    use std::io::{Read, Write};
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let host = format!("http://{}", listener.local_addr().unwrap());
    let folder = Folder::new();
    let cassette = folder.write("recorded/c", "as before");
    let script = folder.write("a.flux", ASKING);
    for answers in [0, 1] {
        let child = fluxlet(["run", "--host", &host, "--token", TOKEN, "--record", &cassette, &script]).start();
        let (mut stream, _) = listener.accept().unwrap();
        let read_head = |stream: &mut std::net::TcpStream| {
            let mut head = Vec::new();
            while !head.ends_with(b"\r\n\r\n") {
                let mut byte = [0];
                stream.read_exact(&mut byte).unwrap();
                head.extend(byte);
            }
        };
        read_head(&mut stream);
        if answers == 1 {
            stream.write_all(b"HTTP/1.1 200 X\r\nContent-Length: 2\r\n\r\nok").unwrap();
            // The second request waits for ever.
            read_head(&mut stream);
        }
        let id = child.child.id().to_string();
        assert!(std::process::Command::new("kill").args(["-INT", &id]).status().unwrap().success());
        let outcome = Outcome::of(child);
        let (note, kept) = match answers {
            0 => ("nothing was recorded".to_owned(), "as before"),
            _ => (format!("`{cassette}` holds the one exchange that had ended"), "/health"),
        };
        assert_eq!((outcome.code, outcome.stderr), (Some(130), format!("interrupted\nnote: {note}\n")));
        let text = fs::read_to_string(&cassette).unwrap();
        assert!(text.contains(kept) && !text.contains("/ping") && !text.contains(TOKEN), "{text}");
        let beside: Vec<_> = fs::read_dir(Path::new(&cassette).parent().unwrap()).unwrap().flatten().collect();
        assert_eq!(beside.len(), 1, "{beside:?}");
    }
    let replayed = fluxlet(["run", "--replay", &cassette, &script]).run();
    assert!(replayed.stderr.contains("the cassette has no answer to `GET"), "{}", replayed.stderr);
    // Test cases are recorded all or not at all.
    let cases = folder.write(
        "cases/a_test.flux",
        "package a_test\nimport \"experimental/influxdb\"\ntestcase a { influxdb.api(method: \"get\", path: \"/x\") }",
    );
    let child = fluxlet(["test", "--record", "--host", &host, "--token", TOKEN, &cases]).start();
    let _connection = listener.accept().unwrap();
    let id = child.child.id().to_string();
    assert!(std::process::Command::new("kill").args(["-INT", &id]).status().unwrap().success());
    let outcome = Outcome::of(child);
    assert_eq!((outcome.code, outcome.stderr.as_str()), (Some(130), "interrupted\nnote: nothing was recorded\n"));
    assert_eq!(fs::read_dir(Path::new(&cases).parent().unwrap()).unwrap().count(), 1);
}

#[test]
fn no_cassette_holds_a_token() {
    let server = Server::start(TOKEN, "o");
    let folder = Folder::new();
    let cassette = format!("{}/c", folder.path());
    let script = r#"import "experimental/influxdb"
import "influxdata/influxdb/secrets"
import "json"
key = secrets.get(key: "KEY")
token = secrets.get(key: "T")
call = (path, v) => influxdb.api(
    method: "post", path: path, query: ["t": token], headers: ["X-Note": token, "X-Api-Key": key],
    body: json.encode(v: {name: v, orgID: "{orgID}"}),
)
string(v: call(path: "/api/v2/buckets/${token}", v: token).body)
string(v: call(path: "/api/v2/buckets", v: "a ${token} b ${key}").body)
"#;
    let run = |with: &[&str]| {
        let mut run =
            fluxlet([&["run", "--secret-env", "KEY=KEY", "--secret-env", "T=INFLUX_TOKEN"], with, &["-"]].concat());
        for (name, value) in [("INFLUX_HOST", server.url().as_str()), ("INFLUX_TOKEN", TOKEN), ("KEY", "key-C4NARY")] {
            run = run.env(name, value);
        }
        run.input(script).run()
    };
    let recorded = run(&["--record", &cassette]);
    assert_eq!((recorded.code, recorded.stderr.as_str()), (Some(0), ""));
    let text = fs::read_to_string(&cassette).unwrap();
    let hex: String = TOKEN.bytes().map(|byte| format!("{byte:02x}")).collect();
    for secret in [TOKEN, "C4NARY", "C4nary", &hex, "dGtuLUM0TkFSW"] {
        assert!(!text.contains(secret), "{text}");
    }
    assert!(text.contains("[secret]"), "{text}");
    // The same secrets, others, and none make no difference.
    assert_eq!(run(&["--replay", &cassette]).code, Some(0));
    let bare = fluxlet(["run", "--replay", &cassette, "-"]).input(script).run();
    assert_eq!((bare.code, bare.stderr.as_str()), (Some(0), ""));
    let other = fluxlet(["run", "--secret", "T=another-token", "--replay", &cassette, "-"]).input(script).run();
    assert_eq!((other.code, other.stderr.as_str()), (Some(0), ""));
}

#[test]
fn a_script_that_fails_is_recorded() {
    let folder = Folder::new();
    let cassette = format!("{}/c", folder.path());
    let script = format!("{ASKING}die(msg: \"boom\")\n");
    let record = || fluxlet(["run", "--demo", "--record", &cassette, "-"]).input(&script).run();
    let outcome = record();
    assert_eq!((outcome.code, outcome.stdout.as_str()), (Some(1), "200\n204\n"));
    assert!(outcome.stderr.starts_with("error[invalid]: boom"), "{outcome:?}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(fs::metadata(&cassette).unwrap().permissions().mode() & 0o777, 0o600);
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "no other file is left");
    let outcome = fluxlet(["run", "--replay", &cassette, "-"]).input(&script).run();
    assert_eq!((outcome.code, outcome.stdout.as_str()), (Some(1), "200\n204\n"));
}

#[test]
fn requests_that_differ_and_answers_that_are_left() {
    let folder = Folder::new();
    let cassette = format!("{}/c", folder.path());
    fluxlet(["run", "--demo", "--record", &cassette, "-"]).input(ASKING).check("200\n204\n");
    let outcome = fluxlet(["run", "--replay", &cassette, "-"]).input(&ASKING.replace("/ping", "/pong")).run();
    assert_eq!((outcome.code, outcome.stdout.as_str()), (Some(1), "200\n"));
    let unused = "note: one exchange of the cassette was not asked for: exchange 2, `GET http://localhost:8086/ping`\n";
    let error = "error[not found]: the cassette has no answer to `GET http://localhost:8086/pong`; the nearest is exchange 1, \
        `GET http://localhost:8086/health`: the path differs\n";
    assert!(outcome.stderr.starts_with(&format!("{unused}{error}")), "{outcome:?}");
    let outcome = fluxlet(["run", "--replay", &cassette, "-e", "1"]).run();
    assert_eq!((outcome.code, outcome.stdout.as_str()), (Some(0), "1\n"));
    assert!(
        outcome.stderr.starts_with("note: 2 exchanges of the cassette were not asked for: exchange 1, "),
        "{outcome:?}"
    );
}

#[test]
fn the_time_is_that_of_the_recording() {
    let folder = Folder::new();
    let cassette = format!("{}/c", folder.path());
    let script = "import \"system\"\nnow()\nsystem.time()\n";
    let recorded = fluxlet(["run", "--demo", "--record", &cassette, "-"]).input(script).run();
    assert_eq!(recorded.code, Some(0), "{recorded:?}");
    fluxlet(["run", "--replay", &cassette, "-"]).input(script).check(&recorded.stdout);
}

#[test]
fn what_cannot_be_recorded_or_replayed() {
    let folder = Folder::new();
    let (wrong, nowhere) =
        (folder.write("wrong", "{\n  \"fluxlet cassette\": 7\n}"), format!("{}/no/c", folder.path()));
    check_failure(
        ["run", "--replay", &wrong, "-e", "1"],
        2,
        "the cassette has version 7; this program reads version 1",
    );
    check_failure(["run", "--replay", &nowhere, "-e", "1"], 2, "it does not exist");
    check_failure(["run", "--demo", "--record", &nowhere, "-e", "1"], 2, "its directory does not exist");
    check_failure(["run", "--record", folder.path(), "-e", "1"], 2, "it is a directory");
    for flag in [["--record", "x"], ["--host", "http://h"], ["--token", "t"], ["--org", "o"], ["-c", "p"]] {
        check_failure(["run", "--replay", &wrong, flag[0], flag[1], "-e", "1"], 2, "cannot be used with");
    }
    check_failure(["run", "--replay", &wrong, "--demo", "-e", "1"], 2, "cannot be used with");
    check_failure(["test", "--record", "--test", "a"], 2, "cannot be used with");
}

#[test]
fn inputs_of_a_session() {
    let folder = Folder::new();
    let cassette = format!("{}/c", folder.path());
    fluxlet(["repl", "--demo", "--record", &cassette]).input(ASKING).check("200\n204\n");
    fluxlet(["repl", "--replay", &cassette]).input(ASKING).check("200\n204\n");
}

/// The commands that the README shows do what it says.
#[test]
fn the_commands_of_the_readme() {
    let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../README.md")).unwrap();
    let commands: Vec<&str> = readme.lines().filter_map(|line| line.strip_prefix("cargo run -- test ")).collect();
    assert_eq!(commands.len(), 2, "{commands:?}");
    let folder = replayed();
    let cassette = format!("{}/tests/replayed/buckets_test.cassette", folder.path());
    let kept = fs::read_to_string(&cassette).unwrap();
    let run = |command: &str| {
        let words = command.split('#').next().unwrap().split_whitespace();
        let outcome =
            fluxlet(std::iter::once("test").chain(words)).in_folder(&folder).env("INFLUX_HOST", "http://h:1").run();
        assert_eq!((outcome.code, outcome.stderr.as_str()), (Some(0), ""), "{outcome:?}");
        assert_eq!(outcome.stdout, "...\n\n---\nFound 3 tests: passed 3, failed 0, skipped 0\n");
    };
    run(commands[1]);
    run(commands[0]);
    // Times and ids, which are digits, differ each time.
    let shape = |text: &str| text.chars().filter(|character| !character.is_ascii_hexdigit()).collect::<String>();
    let again = fs::read_to_string(&cassette).unwrap();
    assert!(shape(&again) == shape(&kept), "the cassette in `tests/replayed` is an old one");
    run(commands[1]);
}

#[test]
fn who_answers_test_cases() {
    let folder = replayed();
    let test = |more: &[&str]| fluxlet([&["test", "tests"], more].concat()).in_folder(&folder).run();
    assert_eq!(test(&["--parallel", "3"]).code, Some(0));
    assert_eq!(test(&["--replay", "tests/replayed/buckets_test.cassette"]).code, Some(0));
    assert_eq!(test(&["--demo"]).code, Some(0));
    let nobody = test(&["--host", "http://127.0.0.1:1", "--token", "t"]);
    assert_eq!(nobody.code, Some(1), "{nobody:?}");
    let script = fs::read_to_string(format!("{}/tests/replayed/buckets_test.flux", folder.path())).unwrap();
    let unasked =
        script.replacen("created = create(name: \"pumps\")", "created = {status: 201, body: {name: \"pumps\"}}", 1);
    folder.write("tests/replayed/buckets_test.flux", unasked);
    let outcome = test(&[]);
    let note = "note: tests/replayed/buckets_test.flux: a_bucket_is_created: 2 exchanges of the cassette were not asked for: \
        exchange 1, `GET http://localhost:8086/api/v2/orgs`; exchange 2, `POST http://localhost:8086/api/v2/buckets`\n";
    assert_eq!((outcome.code, outcome.stderr.as_str()), (Some(0), note));
    folder.write("tests/replayed/buckets_test.cassette", "{}");
    let outcome = test(&[]);
    assert_eq!(outcome.code, Some(2), "{outcome:?}");
    assert!(outcome.stderr.contains("missing field `fluxlet cassette`"), "{outcome:?}");
}

#[test]
fn test_cases_that_ask_for_nothing_have_no_cassette() {
    let folder = Folder::new();
    folder.write("a_test.flux", "package a_test\ntestcase t {}\n");
    folder.write("a_test.cassette", "old");
    let outcome = fluxlet(["test", "--record", "--demo"]).in_folder(&folder).run();
    assert_eq!((outcome.code, outcome.stderr.as_str()), (Some(0), ""));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}
