//! Proxies, pinned addresses, Unix sockets, client certificates and retries.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener};
use std::sync::{Arc, Mutex};
use std::thread;

use crate::process::{Fluxlet, Folder, Server, check_failure, fluxlet};

const STATUS: &str = "import \"experimental/influxdb\"\ninfluxdb.api(method: \"get\", path: \"/x\").statusCode";

/// Runs the script against a host that does not exist.
fn run(arguments: &[&str]) -> Fluxlet {
    let fixed = ["run", "-e", STATUS, "--host", "http://influx.invalid:8086", "--token", "T0KEN"];
    fluxlet([&fixed, arguments].concat())
}

/// A server that gives the answers in turn, the last one for ever, and remembers the heads that it got.
struct Stub {
    address: SocketAddr,
    heads: Arc<Mutex<Vec<String>>>,
}

impl Stub {
    fn start(answers: &'static [&'static str]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let heads: Arc<Mutex<Vec<String>>> = Arc::default();
        let seen = Arc::clone(&heads);
        thread::spawn(move || {
            while let Ok((stream, _)) = listener.accept() {
                serve(stream, answers, &seen);
            }
        });
        Self { address, heads }
    }

    fn heads(&self) -> Vec<String> {
        self.heads.lock().unwrap().clone()
    }
}

fn serve(mut stream: impl Read + Write, answers: &[&str], seen: &Mutex<Vec<String>>) {
    let mut head = Vec::new();
    let mut byte = [0];
    while !head.ends_with(b"\r\n\r\n") && stream.read_exact(&mut byte).is_ok() {
        head.push(byte[0]);
    }
    let mut seen = seen.lock().unwrap();
    let status = answers.get(seen.len()).or(answers.last()).unwrap();
    seen.push(String::from_utf8_lossy(&head).into_owned());
    let _ = write!(stream, "HTTP/1.1 {status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
}

/// PRX-02: the variables count as for curl, of which `HTTP_PROXY` does not.
#[test]
fn proxies_come_from_the_environment() {
    let stub = Stub::start(&["299 X"]);
    let proxy = format!("http://user:S3CRET@{}", stub.address);
    for name in ["http_proxy", "all_proxy", "ALL_PROXY"] {
        run(&[]).env(name, &proxy).check("299\n");
    }
    for head in stub.heads() {
        let head = head.to_lowercase();
        assert!(head.starts_with("get http://influx.invalid:8086/x http/1.1\r\n"), "{head}");
        assert!(head.contains("proxy-authorization: basic") && head.contains("authorization: token t0ken"), "{head}");
    }
    let count = stub.heads().len();
    run(&[]).env("HTTP_PROXY", &proxy).check_failure(1, "failed while looking up the host");
    for name in ["no_proxy", "NO_PROXY"] {
        run(&[]).env("http_proxy", &proxy).env(name, "other, .invalid").check_failure(1, "looking up the host");
    }
    assert_eq!(stub.heads().len(), count);
    for name in ["https_proxy", "HTTPS_PROXY"] {
        let secure = fluxlet(["run", "-e", STATUS, "--host", "https://influx.invalid", "--token", "t"]);
        let outcome = secure.env(name, &proxy).run();
        let text = format!("through the proxy `{}` failed during the TLS handshake", stub.address);
        assert!(outcome.stderr.contains(&text) && !outcome.stderr.contains("S3CRET"), "{outcome:?}");
    }
    assert!(stub.heads().last().unwrap().starts_with("CONNECT influx.invalid:443 HTTP/1.1\r\n"));
    assert!(!stub.heads().last().unwrap().contains("Token"));
}

/// PRX-11: a proxy that is none is told before anything runs.
#[test]
fn bad_proxies() {
    for proxy in ["socks5://u:S3CRET@p:1", "https://p", "http://u:S3CRET@p:x"] {
        let outcome = run(&[]).env("http_proxy", proxy).run();
        assert_eq!(outcome.code, Some(2), "{outcome:?}");
        assert!(outcome.stderr.contains("`http_proxy` is wrong") && !outcome.stderr.contains("S3CRET"), "{outcome:?}");
    }
    // The demonstration needs no network, and so no proxy.
    fluxlet(["run", "--demo", "-e", "1"]).env("http_proxy", "socks5://p").check("1\n");
}

#[test]
fn addresses_are_pinned() {
    let stub = Stub::start(&["299 X"]);
    let port = stub.address.port();
    let host = format!("http://influx.invalid:{port}");
    let at = |pin: &str| fluxlet(["run", "-e", STATUS, "--host", &host, "--token", "t", "--resolve", pin]);
    at(&format!("influx.invalid:{port}:127.0.0.1")).check("299\n");
    at(&format!("Influx.invalid.:{port}:[::1],127.0.0.1")).check("299\n");
    at(&format!("other:{port}:127.0.0.1")).check_failure(1, "no such host");
    for pin in
        ["", "h", "h:1", "h:1:", "h:1:x", "h:0x1:::1", "[::1:1:::1", "h:99999:::1", "h:1:::1,", "h h:1:::1", "h:0:::1"]
    {
        at(pin).check_failure(2, "`--resolve` is wrong: ");
    }
}

#[cfg(unix)]
#[test]
fn unix_sockets() {
    let folder = Folder::new();
    let path = format!("{}/s", folder.path());
    // Paths of sockets are short, those of this folder may not be.
    let Ok(listener) = std::os::unix::net::UnixListener::bind(&path) else { return };
    thread::spawn(move || {
        while let Ok((stream, _)) = listener.accept() {
            serve(stream, &["299 X"], &Mutex::default());
        }
    });
    run(&["--unix-socket", &path]).check("299\n");
    run(&["--unix-socket", &format!("{path}2")]).check_failure(1, "failed while connecting");
    check_failure(["run", "-e", "1", "--unix-socket", &path], 2, "`--unix-socket` leads to the host of InfluxDB");
}

#[test]
fn retries() {
    let busy = &["503 X\r\nRetry-After: 0", "429 X\r\nRetry-After: 0", "200 X"];
    for (retries, status, sent) in [("0", "503\n", 1), ("1", "429\n", 2), ("5", "200\n", 3)] {
        let stub = Stub::start(busy);
        let host = format!("http://{}", stub.address);
        fluxlet(["run", "-e", STATUS, "--host", &host, "--token", "t", "--retries", retries]).check(status);
        assert_eq!(stub.heads().len(), sent, "{retries}");
        let heads = stub.heads();
        assert!(heads.iter().all(|head| *head == heads[0]), "the same request");
    }
    check_failure(["run", "-e", "1", "--retries", "x"], 2, "--retries");
}

#[test]
fn client_certificates() {
    let folder = Folder::new();
    let server = Server::start("t", "org");
    let (ca, bad) = (folder.write("ca.pem", server.standin.ca_pem()), folder.write("bad.pem", "S3CRET"));
    check_failure(["run", "-e", "1", "--cert", "/no/such/file"], 2, "it does not exist");
    check_failure(
        ["run", "-e", "1", "--cert", &bad],
        2,
        "`--cert` is wrong: the client certificates hold no PEM block",
    );
    check_failure(["run", "-e", "1", "--cert", &ca], 2, "`--cert` is wrong: the client key is no PEM block");
    check_failure(
        ["run", "-e", "1", "--cert", &ca, "--key", &bad],
        2,
        "`--cert` or `--key` is wrong: the client key is no PEM block",
    );
    check_failure(["run", "-e", "1", "--key", &bad], 2, "--cert");
    check_failure(["run", "-e", "1", "--demo", "--cert", &ca], 2, "--demo");
}
