//! `fluxlet api` and `--fail`: calls without a script, and what becomes of statuses.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
#[cfg(unix)]
use std::process::{Child, ChildStdin, Command, Stdio};
use std::thread;

use crate::process::{Folder, Server, check_failure, fluxlet};

/// What every body is answered with: no text, and no line break at the end.
const BINARY: &[u8] = b"\x00\xff\xfe\r\n\x1b[31m\x80";

/// Answers one request with `answer`, and returns the request.
fn once(answer: &'static [u8]) -> (String, thread::JoinHandle<Vec<u8>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let host = format!("http://{}", listener.local_addr().unwrap());
    let request = thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let request = read(&mut stream);
        stream.write_all(answer).unwrap();
        request
    });
    (host, request)
}

/// Reads a request whose body has the length that its head names.
fn read(stream: &mut TcpStream) -> Vec<u8> {
    let mut request = Vec::new();
    let mut byte = [0];
    while !request.ends_with(b"\r\n\r\n") {
        stream.read_exact(&mut byte).unwrap();
        request.push(byte[0]);
    }
    let head = String::from_utf8(request.clone()).unwrap().to_lowercase();
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")).map(|length| length.parse());
    let mut body = vec![0; length.map_or(0, Result::unwrap)];
    stream.read_exact(&mut body).unwrap();
    [request, body].concat()
}

fn api(host: &str, rest: &[&str]) -> crate::process::Fluxlet {
    fluxlet([&["api", "--host", host, "--token", "tkn-C4NARY"], rest].concat())
}

#[test]
fn a_call_is_that_of_a_script() {
    let server = Server::start("tkn-C4NARY", "org");
    let url = server.url();
    let outcome = api(&url, &["get", "/health"]).run();
    assert_eq!((outcome.code, outcome.stderr.as_str()), (Some(0), ""));
    assert!(outcome.stdout.starts_with("{\"name\":\"influxdb\""), "{outcome:?}");
    let script = "import \"experimental/influxdb\"\n\
        influxdb.api(method: \"get\", path: \"/api/v2/buckets\", query: [\"limit\": \"1\"]).body";
    let of_script = fluxlet(["run", "--output", "raw", "--host", &url, "--token", "tkn-C4NARY", "-e", script]).run();
    let of_call = api(&url, &["GET", "/api/v2/buckets", "-q", "limit=1"]).run();
    assert_eq!(of_call.stdout, of_script.stdout);
    let orgs = api(&url, &["--org-id", "x y", "get", "/api/v2/orgs/{orgID}", "--trace"]).run();
    assert!(orgs.stderr.starts_with(&format!("note: GET {url}/api/v2/orgs/x%20y: 4")), "{orgs:?}");
}

#[test]
fn what_is_sent_is_what_was_said() {
    let sent = |rest: &[&str], input: &str| {
        let (host, request) = once(b"HTTP/1.1 204 No Content\r\n\r\n");
        api(&host, rest).input(input).check("");
        String::from_utf8_lossy(&request.join().unwrap()).into_owned()
    };
    let request = sent(&["patch", "/a?x=1&x=2", "-q", "k=a b=c", "-q", "x y=", "-H", "X-One: a: b", "-d", "text"], "");
    assert!(request.starts_with("PATCH /a?x=1&x=2&k=a+b%3Dc&x+y= HTTP/1.1\r\n"), "{request}");
    assert!(request.contains("\r\nx-one: a: b\r\n") && request.contains("\r\nauthorization: Token "), "{request}");
    assert!(request.ends_with("\r\n\r\ntext"), "{request}");
    let folder = Folder::new();
    let file = format!("@{}", folder.write("body", "of a file\n"));
    assert!(sent(&["post", "/", "-d", &file], "").ends_with("\r\n\r\nof a file\n"));
    assert!(sent(&["post", "/", "-d", "@-"], "of the input").ends_with("\r\n\r\nof the input"));
    let basic = sent(&["get", "/", "-H", "Authorization: Basic YTpi"], "");
    assert!(basic.contains("\r\nauthorization: Basic YTpi\r\n"), "{basic}");
}

#[test]
fn bodies_are_put_out_as_they_are() {
    let answer = [b"HTTP/1.1 200 OK\r\nX-A: b\r\nContent-Length: 11\r\n\r\n", BINARY].concat();
    let answer: &'static [u8] = answer.leak();
    let (host, request) = once(answer);
    assert_eq!(api(&host, &["get", "/"]).bytes(), BINARY);
    request.join().unwrap();
    let (host, request) = once(answer);
    let shown = api(&host, &["-i", "get", "/"]).bytes();
    assert_eq!(shown, [&b"HTTP 200\nContent-Length: 11\nX-A: b\n\n"[..], BINARY].concat());
    request.join().unwrap();
}

/// Whatever a server tells back, the token and the secrets stay here.
#[test]
fn secrets_are_not_put_out() {
    let (host, request) =
        once(b"HTTP/1.1 200 OK\r\nX-A: tkn-C4NARY\r\nContent-Length: 23\r\n\r\n[tkn-C4NARY, other-one]");
    let outcome = api(&host, &["-i", "get", "/", "--secret", "KEY=other-one"]).run();
    assert_eq!(outcome.stdout, "HTTP 200\nContent-Length: 23\nX-A: [secret]\n\n[[secret], [secret]]");
    request.join().unwrap();
}

#[test]
fn statuses() {
    let script = |status: &str| {
        format!(
            "import \"experimental/influxdb\"\nf = (path) => influxdb.api(method: \"get\", path: path).statusCode\n\
             f(path: \"/health\")\nf(path: \"/api/v2/{status}\")\nf(path: \"/api/v2/later\")"
        )
    };
    let told = "`GET http://localhost:8086/api/v2/nothing` was answered with status 404\n";
    let check = |arguments: &[&str], code, stdout: &str, stderr: &str| {
        let outcome = fluxlet(arguments).run();
        let found = (outcome.code, outcome.stdout.as_str(), outcome.stderr.as_str());
        assert_eq!(found, (Some(code), stdout, stderr), "{arguments:?}");
    };
    check(&["run", "--demo", "-e", &script("nothing")], 0, "200\n404\n404\n", "");
    check(&["run", "--demo", "--fail", "-e", &script("nothing")], 1, "200\n404\n404\n", &format!("error: {told}"));
    check(&["run", "--demo", "--fail", "-e", "1"], 0, "1\n", "");
    let nothing = fluxlet(["api", "--demo", "get", "/api/v2/nothing"]).run();
    assert!(nothing.stdout.contains("not found"), "{nothing:?}");
    check(&["api", "--demo", "get", "/api/v2/nothing"], 0, &nothing.stdout, &format!("note: {told}"));
    check(&["api", "--demo", "--fail", "get", "/api/v2/nothing"], 1, &nothing.stdout, &format!("error: {told}"));
    // Replayed calls count like others.
    let folder = Folder::new();
    let cassette = format!("{}/c", folder.path());
    check(
        &["api", "--demo", "--record", &cassette, "get", "/api/v2/nothing"],
        0,
        &nothing.stdout,
        &format!("note: {told}"),
    );
    check(
        &["api", "--fail", "--replay", &cassette, "get", "/api/v2/nothing"],
        1,
        &nothing.stdout,
        &format!("error: {told}"),
    );
    check_failure(["api", "--replay", &cassette, "get", "/other"], 1, "`GET http://localhost:8086/other`");
}

#[test]
fn requests_can_be_shown_instead() {
    let rest = ["--dry-run", "--as", "curl", "post", "/x", "-d", "a'b"];
    let outcome = api("http://localhost:1", &rest).run();
    assert_eq!(outcome.code, Some(0), "{outcome:?}");
    assert!(outcome.stdout.starts_with("curl --request POST http://localhost:1/x "), "{outcome:?}");
    assert!(outcome.stdout.contains("authorization: [secret]"), "{outcome:?}");
}

#[test]
fn calls_that_make_no_sense() {
    let check = |rest: &[&str], message: &str| {
        check_failure([&["api", "--demo"], rest].concat(), 2, message);
    };
    check(&["get"], "required arguments were not provided");
    check(&["get", "health"], "argument `path` must start with `/`");
    check(&["ge t", "/"], "argument `method` must be one word");
    check(&["connect", "/"], "`CONNECT` is not available");
    check(&["get", "/", "-q", "S3CRET"], "error: `--query` expects KEY=VALUE\n");
    check(&["get", "/", "-q", "=S3CRET"], "error: `--query` expects KEY=VALUE\n");
    check(&["get", "/", "-q", "a=1", "-q", "a=2"], "write a key that repeats into the query of PATH");
    check(&["get", "/", "-H", "S3CRET"], "error: `--header` expects NAME:VALUE\n");
    check(&["get", "/", "-H", "a:1", "-H", "a:2"], "put the values into one");
    check(&["get", "/", "-H", "a:1", "-H", "A:2"], "put the values into one");
    check(&["get", "/", "-H", "a b: S3CRET"], "argument `headers`");
    check(&["post", "/", "-d", "@"], "`--data` expects a text, `@FILE`");
    check(&["post", "/", "-d", "@/no/such/file"], "cannot read `/no/such/file`: it does not exist");
    check(&["get", "/", "--timeout", "1mo"], "must be of fixed length, found 1mo");
    check_failure(["api", "get", "/"], 2, "no InfluxDB is named");
    check_failure(["api", "get", "/", "--host", "http://h"], 2, "there is no token");
    check_failure(["api", "post", "/", "-d", "@-", "--token-file", "-"], 2, "cannot both come from the standard input");
    let folder = Folder::new();
    let policy = folder.write("policy.toml", "[limits]\nrequest_body = 3\n");
    let file = format!("@{}", folder.write("body", "four"));
    check(&["post", "/", "--policy", &policy, "-d", &file], "has more than 3 bytes");
}

#[test]
fn calls_that_fail() {
    check_failure(["api", "--host", "http://127.0.0.1:1", "--token", "t", "get", "/"], 1, "connection refused");
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let host = format!("http://{}", silent.local_addr().unwrap());
    api(&host, &["--timeout", "50ms", "get", "/slow"]).check_failure(1, "50ms");
    let folder = Folder::new();
    let policy = folder.write("policy.toml", "[network]\nallowed_methods = [\"GET\"]\n");
    api(&host, &["--policy", &policy, "post", "/"]).check_failure(1, "POST");
}

/// Ctrl-C ends whatever waits, with the code of the shells.
#[cfg(unix)]
#[test]
fn interrupts() {
    let interrupt = |child: Child, input: Option<ChildStdin>| {
        assert!(Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap().success());
        let output = child.wait_with_output().unwrap();
        drop(input);
        assert_eq!((output.status.code(), output.stdout), (Some(130), Vec::new()));
        assert_eq!(String::from_utf8(output.stderr).unwrap(), "interrupted\n");
    };
    let folder = Folder::new();
    let call = "import \"experimental/influxdb\"\ninfluxdb.api(method: \"get\", path: \"/\")";
    let tests = folder.write(
        "slow_test.flux",
        format!("package slow_test\n{}\n", { call.replace("\ninfluxdb", "\ntestcase t {\nx = influxdb") + "\n}" }),
    );
    for rest in [&["api", "get", "/"][..], &["run", "-e", call], &["test", &tests], &["repl"]] {
        let silent = TcpListener::bind("127.0.0.1:0").unwrap();
        let host = format!("http://{}", silent.local_addr().unwrap());
        let arguments = [rest, &["--host", &host, "--token", "tkn-C4NARY"]].concat();
        let started = fluxlet(arguments).input(&format!("{call}\n")).start();
        let (_connection, _) = silent.accept().unwrap();
        interrupt(started.child, None);
    }
    // These wait for an input that does not end.
    for rest in
        [&["run", "-"][..], &["check", "-"], &["fmt", "-"], &["repl"], &["api", "post", "/", "--demo", "-d", "@-"]]
    {
        let pipes = [Stdio::piped(), Stdio::piped(), Stdio::piped()];
        let [stdin, stdout, stderr] = pipes;
        let mut command = Command::new(env!("CARGO_BIN_EXE_fluxlet"));
        let mut child = command.args(rest).stdin(stdin).stdout(stdout).stderr(stderr).spawn().unwrap();
        let mut input = child.stdin.take().unwrap();
        // Far more than a pipe holds: once it is written, the command has begun to read.
        input.write_all(&vec![b' '; 1 << 20]).unwrap();
        interrupt(child, Some(input));
    }
}
