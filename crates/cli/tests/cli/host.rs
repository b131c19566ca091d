//! The machine around the command: signals, closed pipes, and an environment that is empty or full of what is not meant for it.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::process::{Folder, Outcome, check, fluxlet};

const CALL: &str = "import \"experimental/influxdb\"\ninfluxdb.api(method: \"get\", path: \"/x\").statusCode";

/// HST-13: no home, no environment, and a folder where nothing can be written.
#[test]
fn hst_13_nothing_around() {
    check(["run", "-e", "1 + 1"], "2\n");
    let program = env!("CARGO_BIN_EXE_fluxlet");
    let output = Command::new(program).args(["run", "-e", "1 + 1"]).env_clear().current_dir("/proc").output().unwrap();
    assert_eq!((output.stdout.as_slice(), output.stderr.as_slice()), (&b"2\n"[..], &b""[..]));
    let literal = ["run", "--host", "http://127.0.0.1:1", "--token", "tkn-C4NARY", "-e", CALL];
    fluxlet(literal).check_failure(1, "failed while connecting: connection refused");
}

/// HST-14: whoever reads the output may go away.
#[test]
fn hst_14_nobody_reads_the_output() {
    for script in ["import \"strings\"\nstrings.repeat(v: \"x\", i: 10000000)", "1 + 1"] {
        let mut started = fluxlet(["run", "-e", script]).start();
        drop(started.child.stdout.take());
        let outcome = Outcome::of(started);
        assert!(!outcome.stderr.contains("panicked"), "{outcome:?}");
        assert!(matches!(outcome.code, Some(0..=2)), "{outcome:?}");
    }
}

/// HST-14: told to end in the middle of a request, it ends.
#[test]
fn hst_14_told_to_end() {
    for (signal, after) in [("TERM", None), ("INT", Some(130))] {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let host = format!("http://{}", listener.local_addr().unwrap());
        let started = fluxlet(["run", "--host", &host, "--token", "tkn-C4NARY", "-e", CALL]).start();
        let (mut stream, _) = listener.accept().unwrap();
        stream.read_exact(&mut [0; 16]).unwrap();
        let start = Instant::now();
        let number = started.child.id().to_string();
        assert!(Command::new("kill").args(["-s", signal, &number]).status().unwrap().success());
        let outcome = Outcome::of(started);
        assert_eq!(outcome.code, after, "{signal}: {outcome:?}");
        // A request has thirty seconds.
        assert!(start.elapsed() < Duration::from_secs(20), "{signal}");
    }
}

/// SEC-14: files and variables of other programs hold credentials, too; they are not read.
#[test]
fn sec_14_credentials_of_others_are_not_used() {
    let folder = Folder::new();
    folder.write(".netrc", "machine 127.0.0.1 login me password C4NARY-netrc\n");
    folder.write(".curlrc", "user = me:C4NARY-curlrc\nheader = \"X-C: C4NARY\"\n");
    folder.write(".aws/credentials", "[default]\naws_secret_access_key = C4NARY-aws\n");
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/", listener.local_addr().unwrap());
    let script = format!("import \"http/requests\"\nrequests.get(url: \"{url}\").statusCode");
    let run =
        fluxlet(["run", "-e", &script]).env("HOME", folder.path()).env("NETRC", format!("{}/.netrc", folder.path()));
    let started = run.env("AWS_SECRET_ACCESS_KEY", "C4NARY-env").env("CURL_HOME", folder.path()).start();
    let (mut stream, _) = listener.accept().unwrap();
    let mut head = Vec::new();
    let mut byte = [0];
    while !head.ends_with(b"\r\n\r\n") && stream.read_exact(&mut byte).is_ok() {
        head.push(byte[0]);
    }
    stream.write_all(b"HTTP/1.1 204 X\r\nConnection: close\r\n\r\n").unwrap();
    assert_eq!(Outcome::of(started).stdout, "204\n");
    let head = String::from_utf8(head).unwrap().to_lowercase();
    assert!(!head.contains("c4nary") && !head.contains("authorization") && !head.contains("cookie"), "{head}");
}
