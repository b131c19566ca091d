//! The line that tells of a call that takes long. The servers here answer when it is there.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};

use crate::terminal::Terminal;

/// A server that answers when it is told.
struct Server {
    listener: TcpListener,
    host: String,
}

impl Server {
    fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let host = format!("http://{}", listener.local_addr().unwrap());
        Self { listener, host }
    }

    /// Starts the command, and waits for its call.
    fn call(&self, arguments: &[&str]) -> (Terminal, TcpStream) {
        let arguments = [arguments, &["--host", &self.host, "--token", "secret"]].concat();
        let terminal = Terminal::start(&arguments);
        let (mut stream, _) = self.listener.accept().unwrap();
        assert!(stream.read(&mut [0; 4096]).unwrap() > 0);
        (terminal, stream)
    }
}

fn answer(mut stream: TcpStream) {
    stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello").unwrap();
}

/// Returns what can be seen in the end of what was shown after `line`.
fn seen(line: &str, rest: &str) -> String {
    let mut seen: Vec<char> = line.chars().collect();
    let mut column = seen.len();
    for character in rest.chars() {
        match character {
            '\r' => column = 0,
            '\n' => seen.clear(),
            character => {
                seen.resize(seen.len().max(column + 1), ' ');
                seen[column] = character;
                column += 1;
            }
        }
    }
    seen.into_iter().collect::<String>().trim_end().to_owned()
}

#[test]
fn a_line_tells_of_a_call_and_goes() {
    let server = Server::start();
    let script = "import \"experimental/influxdb\"\ninfluxdb.api(method: \"get\", path: \"/a\").body";
    for arguments in [&["api", "get", "/a?q=hidden"][..], &["run", "--output", "raw", "-e", script]] {
        let (mut terminal, stream) = server.call(arguments);
        let before = terminal.shows(": 2 s");
        let line = format!("GET {}/a", server.host);
        assert!(before.ends_with(&format!("\r{line}")) && !before.contains("hidden"), "{before:?}");
        answer(stream);
        let rest = terminal.ends(0);
        assert_eq!(seen(&format!("{line}: 2 s"), rest.trim_end()), "hello", "{rest:?}");
    }
}

#[test]
fn ctrl_c_leaves_nothing_behind() {
    let server = Server::start();
    let (mut terminal, stream) = server.call(&["api", "get", "/a"]);
    terminal.shows(": 1 s");
    terminal.keys("\x03");
    let before = terminal.shows("interrupted\r\n");
    assert_eq!(seen(&format!("GET {}/a: 1 s", server.host), &before).replace("^C", "").trim(), "", "{before:?}");
    assert_eq!(terminal.ends(130), "");
    drop(stream);
}

#[test]
fn an_error_leaves_nothing_behind() {
    let server = Server::start();
    let (mut terminal, stream) = server.call(&["api", "get", "/a"]);
    terminal.shows(": 1 s");
    drop(stream);
    let before = terminal.shows("error[");
    assert_eq!(seen(&format!("GET {}/a: 1 s", server.host), &before), "", "{before:?}");
    terminal.ends(1);
}

#[test]
fn there_is_no_line_beside_a_trace_or_json() {
    let server = Server::start();
    for arguments in [&["api", "get", "/a", "--trace"][..], &["api", "get", "/a", "--message-format", "json"]] {
        // What a line would tell of takes a second; the timeout ends the call after more than that.
        let arguments = [arguments, &["--timeout", "1500ms"]].concat();
        let (terminal, _stream) = server.call(&arguments);
        let shown = terminal.ends(1);
        assert!(!shown.contains(": 1 s") && shown.contains("1.5s"), "{shown:?}");
    }
}

#[test]
fn the_repl_goes_on_below() {
    let server = Server::start();
    let mut terminal = Terminal::repl(&["--host", &server.host, "--token", "secret"]);
    terminal.answers("import \"experimental/influxdb\"", "");
    terminal.keys("influxdb.api(method: \"get\", path: \"/a\").statusCode\r");
    let (mut stream, _) = server.listener.accept().unwrap();
    assert!(stream.read(&mut [0; 4096]).unwrap() > 0);
    terminal.shows(": 1 s");
    answer(stream);
    let before = terminal.shows("200\r\n");
    assert_eq!(seen(&format!("GET {}/a: 1 s", server.host), &before), "", "{before:?}");
    terminal.shows("> ");
    terminal.leave();
}
