//! How long after a keystroke does an editor know what is wrong with a script of 2,000 lines?
//!
//! ```sh
//! cargo run --release -p fluxlet-lsp --example keystrokes
//! ```
//!
//! A digit is typed in the middle of the script again and again; the time is that from the change to the diagnostics, with
//! both messages written and read.

#![allow(clippy::print_stdout, reason = "an example prints what it found")]

use std::error::Error;
use std::io::{BufReader, Write, pipe};
use std::thread;
use std::time::{Duration, Instant};

use fluxlet_lsp::{Options, serve};
use lsp_server::{Message, Notification, Request, RequestId};
use serde_json::{Value, json};

/// Lines of the script.
const LINES: usize = 2_000;

/// Keystrokes that count, and those before them that do not.
const COUNTED: usize = 200;
const WARM: usize = 20;

/// Lines of one round; `#` is its number.
const ROUND: [&str; 20] = [
    "// scale# makes numbers comparable.",
    "scale# = (value, factor=2.5, offset=0.0) => {",
    "    scaled = value * factor + offset",
    "    return {value: value, scaled: scaled, label: \"${string(v: scaled)} of #\"}",
    "}",
    "",
    "point# = scale#(value: 1.5, factor: 3.0)",
    "name# = strings.toUpper(v: strings.trimSpace(v: \" pump # \")) + point#.label",
    "limits# = [1, 2, 3, #]",
    "above# = array.filter(arr: limits#, fn: (x) => x > 2 and x < 1000)",
    "rows# = array.map(arr: above#, fn: (x) => ({id: x, name: name#, at: 2026-01-01T00:00:00Z, every: 1h30m}))",
    "first# = rows#[0].name",
    "kind# = if strings.hasPrefix(v: first#, prefix: \"PUMP\") then \"pump\" else \"other\"",
    "config# = {point# with kind: kind#, tags: [\"a\": \"1\", \"b\": \"2\"], matches: first# =~ /^[A-Z]+ \\d/}",
    "body# = json.encode(v: {name: config#.kind, retention: [{type: \"expire\", everySeconds: # * 60}]})",
    "response# = influxdb.api(",
    "    method: \"post\",",
    "    path: \"/api/v2/buckets\",",
    "    body: body#,",
    ")",
];

fn main() -> Result<(), Box<dyn Error>> {
    let (server_input, mut to_server) = pipe()?;
    let (from_server, server_output) = pipe()?;
    let server = thread::Builder::new()
        .stack_size(16 << 20)
        .spawn(move || serve(Options::default(), BufReader::new(server_input), server_output))?;
    let mut from_server = BufReader::new(from_server);
    let text = script();
    println!("{} lines, {} bytes", text.lines().count(), text.len());

    send(
        &mut to_server,
        Request::new(RequestId::from(1), "initialize".to_owned(), json!({"capabilities": {}})).into(),
    )?;
    notify(&mut to_server, "initialized", json!({}))?;
    let uri = "file:///keystrokes.flux";
    let document = json!({"uri": uri, "languageId": "flux", "version": 0, "text": text});
    let start = Instant::now();
    notify(&mut to_server, "textDocument/didOpen", json!({"textDocument": document}))?;
    let count = problems(&mut from_server, 0)?;
    println!("opened: {:.1} ms, {count} problems", milliseconds(start.elapsed()));

    let line = text.lines().take(LINES / 2).enumerate().filter(|(_, line)| line.starts_with("limits")).last();
    let (line, content) = line.ok_or("the script has no line to type in")?;
    let column = content.len() - 1;
    let mut times = Vec::with_capacity(COUNTED);
    for version in 1..=WARM + COUNTED {
        // A digit comes and goes.
        let end = column + (version + 1) % 2;
        let range = json!({"start": {"line": line, "character": column}, "end": {"line": line, "character": end}});
        let change = json!({"range": range, "text": if version % 2 == 1 { "7" } else { "" }});
        let document = json!({"uri": uri, "version": version});
        let start = Instant::now();
        notify(
            &mut to_server,
            "textDocument/didChange",
            json!({"textDocument": document, "contentChanges": [change]}),
        )?;
        problems(&mut from_server, version)?;
        if version > WARM {
            times.push(start.elapsed());
        }
    }
    times.sort();
    let at = |share: usize| times.get(times.len() * share / 100).copied().map(milliseconds).unwrap_or_default();
    println!("from a keystroke to diagnostics: median {:.1} ms, 95 of 100 within {:.1} ms", at(50), at(95));

    send(&mut to_server, Request::new(RequestId::from(2), "shutdown".to_owned(), Value::Null).into())?;
    notify(&mut to_server, "exit", Value::Null)?;
    server.join().map_err(|_| "the server panicked")??;
    Ok(())
}

fn script() -> String {
    let mut text =
        String::from("import \"array\"\nimport \"experimental/influxdb\"\nimport \"json\"\nimport \"strings\"\n\n");
    let mut lines = text.lines().count();
    for round in 0.. {
        for line in ROUND {
            if lines == LINES {
                return text;
            }
            text.push_str(&line.replace('#', &round.to_string()));
            text.push('\n');
            lines += 1;
        }
    }
    text
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

fn send(output: &mut impl Write, message: Message) -> std::io::Result<()> {
    message.write(output)
}

fn notify(output: &mut impl Write, method: &str, params: Value) -> std::io::Result<()> {
    send(output, Notification::new(method.to_owned(), params).into())
}

/// Waits for the diagnostics of a version, and returns how many there are.
fn problems(input: &mut impl std::io::BufRead, version: usize) -> Result<usize, Box<dyn Error>> {
    while let Some(message) = Message::read(input)? {
        let Message::Notification(notification) = message else { continue };
        if notification.params["version"] == json!(version) {
            return Ok(notification.params["diagnostics"].as_array().map_or(0, Vec::len));
        }
    }
    Err("the server left".into())
}
