//! The REPL: inputs, what they show, and what keys do.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpListener;

use crate::terminal::{Folder, Terminal};

#[test]
fn names_and_functions_are_kept() {
    let mut terminal = Terminal::repl(&[]);
    terminal.answers("x = 20", "");
    terminal.answers("double = (v) => v + v", "");
    terminal.answers("double(v: x) + 2", "42");
    terminal.answers("x = \"a\"", "");
    terminal.answers("double(v: x)", "aa");
    terminal.leave();
}

#[test]
fn an_input_goes_on_until_it_is_complete() {
    let mut terminal = Terminal::repl(&[]);
    terminal.keys("add = (a, b) => {\r");
    terminal.keys("c = a + b\r");
    terminal.keys("return c }\r");
    terminal.keys("add(a: 40,\r");
    terminal.keys("b: 7)\r");
    terminal.shows("\r\n47\r\n");
    terminal.leave();
}

#[test]
fn errors_do_not_end_it() {
    let mut terminal = Terminal::repl(&[]);
    terminal.keys("1 + \"a\"\r");
    terminal.shows("expected `int`, found `string`");
    terminal.shows("> ");
    terminal.keys("x = )\r");
    terminal.shows("error[");
    terminal.keys("1 + 1\r");
    terminal.shows("\r\n2\r\n");
    terminal.keys("die(msg: \"boom\")\r");
    terminal.shows("boom\r\n");
    terminal.shows("<input ");
    terminal.keys(":nothing\r");
    terminal.shows("there is no such command");
    terminal.keys("20 + 3\r");
    terminal.shows("\r\n23\r\n");
    terminal.leave();
}

#[test]
fn tab_completes() {
    let mut terminal = Terminal::repl(&[]);
    terminal.keys("import \"experimental/infl\t\"\r");
    terminal.shows("\r\n");
    terminal.shows("> ");
    terminal.keys(":type influxdb.ap\t\r");
    terminal.shows("method: string");
    terminal.shows("> ");
    terminal.answers("import \"strings\"", "");
    terminal.keys("strings.toU\t(v\t\"loud\")\r");
    terminal.shows("\r\nLOUD\r\n");
    terminal.keys(":ty\t1 + 1\r");
    terminal.shows("\r\nint\r\n");
    terminal.leave();
}

#[test]
fn types_and_descriptions() {
    let mut terminal = Terminal::repl(&[]);
    terminal.answers("pick = (a, b) => a", "");
    terminal.answers(":type pick", "(a: A, b: B) => A");
    terminal.answers(":type [1]", "[int]");
    terminal.answers("import \"strings\"", "");
    terminal.keys(":doc strings.toUpper\r");
    terminal.shows("strings.toUpper : (v: string) => string\r\n\r\ntoUpper ");
    terminal.shows("> ");
    terminal.keys(":doc nobody\r");
    terminal.shows("nothing is known of `nobody`");
    terminal.keys(":help\r");
    terminal.shows(":quit");
    terminal.shows("> ");
    terminal.keys(":quit\r");
    terminal.session.exp_eof().unwrap();
}

#[test]
fn ctrl_c_cancels_a_call() {
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let host = format!("http://{}", silent.local_addr().unwrap());
    let mut terminal = Terminal::repl(&["--host", &host, "--token", "secret"]);
    terminal.answers("import \"experimental/influxdb\"", "");
    terminal.answers("x = 30", "");
    for _ in 0..2 {
        terminal.keys("influxdb.api(method: \"get\", path: \"/health\").statusCode\r");
        let _connection = silent.accept().unwrap();
        terminal.keys("\x03");
        terminal.shows("interrupted\r\n");
        terminal.shows("> ");
    }
    terminal.answers("x + 5", "35");
    terminal.leave();
}

#[test]
fn ctrl_c_cancels_a_computation_and_a_line() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let host = format!("http://{}", listener.local_addr().unwrap());
    let mut terminal = Terminal::repl(&["--host", &host, "--token", "secret"]);
    terminal.answers("import \"experimental/influxdb\"", "");
    terminal.answers("twice = (f) => (x) => f(x: f(x: x))", "");
    terminal.answers("f0 = (x) => x + 1", "");
    // Each is many times as long as the one before it.
    for index in 0..6 {
        let next = format!("f{} = twice(f: twice(f: twice(f: twice(f: twice(f: twice(f: f{index}))))))", index + 1);
        terminal.answers(&next, "");
    }
    terminal.answers("f0(x: 1)", "2");
    // The call tells that the input runs.
    terminal.keys("f6(x: influxdb.api(method: \"get\", path: \"/health\").statusCode)\r");
    let (mut connection, _) = listener.accept().unwrap();
    // A request without a body comes in one piece.
    assert!(connection.read(&mut [0; 4096]).unwrap() > 0);
    connection.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n").unwrap();
    terminal.keys("\x03");
    terminal.shows("interrupted\r\n");
    terminal.shows("> ");
    terminal.keys("x = (1 +\r\x03");
    terminal.shows("(1 +");
    terminal.shows("\r\n");
    terminal.shows("\r\n");
    terminal.shows("> ");
    terminal.keys("60 + 6\r");
    terminal.shows("\r\n66\r\n");
    terminal.leave();
}

#[test]
fn calls_work() {
    let mut terminal = Terminal::repl(&["--demo"]);
    terminal.answers("import \"experimental/influxdb\"", "");
    terminal.answers("response = influxdb.api(method: \"get\", path: \"/api/v2/buckets\")", "");
    terminal.answers("response.statusCode", "200");
    terminal.leave();
}

#[test]
fn history_is_kept() {
    let state = &Folder::new();
    let arguments = ["--secret", "KEY=hidden-secret", "--var", "limit=5"];
    let mut terminal = Terminal::repl_in(&arguments, state);
    terminal.answers("70 + limit", "75");
    terminal.answers(" 80 + 8", "88");
    terminal.leave();
    let kept = fs::read_to_string(state.0.0.join("fluxlet/history")).unwrap();
    assert!(kept.contains("70 + limit"), "{kept}");
    assert!(!kept.contains("80") && !kept.contains("hidden-secret"), "{kept}");
    let mut terminal = Terminal::repl_in(&["--var", "limit=9"], state);
    terminal.keys("\x1b[A\r");
    terminal.shows("\r\n79\r\n");
    terminal.leave();
}
