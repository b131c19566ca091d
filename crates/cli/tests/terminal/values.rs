//! Values that hold what a terminal obeys.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::thread;

use crate::terminal::Terminal;

#[test]
fn what_a_terminal_obeys_is_escaped() {
    for (output, value, shown) in [
        ("text", r#""a\x1b]0;title\x07b""#, "a\\u{1b}]0;title\\u{7}b"),
        ("text", r#"{name: "a\x1bcb"}"#, "{name: a\\u{1b}cb}"),
        ("text", r#"bytes(v: "one\r\ntwo\rsix")"#, "one\r\r\ntwo\\rsix"),
        ("json", r#""a\xe2\x80\xaeb""#, "\"a\\u202eb\""),
        ("raw", r#""a\x07b""#, "a\u{7}b"),
    ] {
        let rest = Terminal::start(&["run", "--output", output, "-e", value]).ends(0);
        assert_eq!(rest.trim_end(), shown, "{output} {value}");
    }
}

#[test]
fn answers_are_escaped() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let host = format!("http://{}", listener.local_addr().unwrap());
    let server = thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        assert!(stream.read(&mut [0; 4096]).unwrap() > 0);
        stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 7\r\nConnection: close\r\n\r\nx\x1bcold\n").unwrap();
    });
    let rest = Terminal::start(&["api", "get", "/a", "--host", &host, "--token", "secret"]).ends(0);
    server.join().unwrap();
    assert_eq!(rest.trim_end(), "x\\u{1b}cold");
}
