//! A small editor without a screen.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde_json::{Value, json};

use crate::folder::Folder;

/// A server and what it has said.
pub(crate) struct Client {
    child: Child,
    input: Option<ChildStdin>,
    output: BufReader<ChildStdout>,
    /// Messages that nobody has asked for yet.
    unread: VecDeque<Value>,
    next: i64,
    /// The script at hand.
    pub(crate) uri: String,
    version: i64,
    pub(crate) folder: Folder,
}

/// Returns a text without its cursor `^`, and the place of the cursor in lines and UTF-16 units.
pub(crate) fn cursor(text: &str) -> (String, Value) {
    let at = text.find('^').expect("the text has a cursor");
    let before = &text[..at];
    let line = before.rsplit('\n').next().unwrap_or_default();
    let place = json!({"line": before.matches('\n').count(), "character": line.encode_utf16().count()});
    (text.replacen('^', "", 1), place)
}

/// Writes a range as `line:column-line:column`, counted from 0.
pub(crate) fn range(range: &Value) -> String {
    let place = |place: &Value| format!("{}:{}", place["line"], place["character"]);
    format!("{}-{}", place(&range["start"]), place(&range["end"]))
}

impl Client {
    /// Starts a server that has not heard from its client yet.
    pub(crate) fn start(arguments: &[&str]) -> Self {
        let folder = Folder::new();
        let mut command = Command::new(env!("CARGO_BIN_EXE_fluxlet"));
        command.arg("lsp").args(arguments).env_clear().env("HOME", "/no/such/home");
        command.env("XDG_CACHE_HOME", folder.path().join("cache")).current_dir(folder.path());
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::inherit()).spawn().unwrap();
        let (input, output) = (child.stdin.take(), BufReader::new(child.stdout.take().unwrap()));
        let uri = folder.uri("main.flux");
        Self { child, input, output, unread: VecDeque::new(), next: 0, uri, version: 0, folder }
    }

    /// Starts a server for a client that can do everything the server makes use of.
    pub(crate) fn new() -> Self {
        let mut client = Self::start(&[]);
        client.initialize(capable(), json!(null));
        client
    }

    /// Starts a server with a script, and returns the client, the place of the cursor and the diagnostics.
    pub(crate) fn with(text: &str) -> (Self, Value, Value) {
        let mut client = Self::new();
        let (text, place) = cursor(text);
        let diagnostics = client.open(&text);
        (client, place, diagnostics)
    }

    pub(crate) fn initialize(&mut self, capabilities: Value, folders: Value) -> Value {
        let params = json!({"processId": null, "rootUri": null, "capabilities": capabilities,
            "workspaceFolders": folders});
        let answer = self.request("initialize", params).unwrap();
        self.notify("initialized", json!({}));
        answer
    }

    pub(crate) fn send(&mut self, message: &Value) {
        let text = message.to_string();
        let bytes = format!("Content-Length: {}\r\n\r\n{text}", text.len());
        self.send_bytes(bytes.as_bytes());
    }

    pub(crate) fn send_bytes(&mut self, bytes: &[u8]) {
        let input = self.input.as_mut().expect("the input is open");
        input.write_all(bytes).unwrap();
        input.flush().unwrap();
    }

    pub(crate) fn notify(&mut self, method: &str, params: Value) {
        self.send(&json!({"jsonrpc": "2.0", "method": method, "params": params}));
    }

    /// Asks something and returns the result.
    ///
    /// # Errors
    /// Code and message.
    pub(crate) fn request(&mut self, method: &str, params: Value) -> Result<Value, (i64, String)> {
        self.next += 1;
        let id = self.next;
        self.send(&json!({"jsonrpc": "2.0", "id": id, "method": method, "params": params}));
        let answer = self.wait(|message| message["id"] == id && message.get("method").is_none());
        match answer.get("error") {
            Some(error) => Err((error["code"].as_i64().unwrap(), error["message"].as_str().unwrap().to_owned())),
            None => Ok(answer["result"].clone()),
        }
    }

    /// Asks about a place of the script at hand.
    pub(crate) fn ask(&mut self, method: &str, place: &Value) -> Value {
        self.try_ask(method, place, json!({})).unwrap()
    }

    pub(crate) fn try_ask(&mut self, method: &str, place: &Value, more: Value) -> Result<Value, (i64, String)> {
        let mut params = json!({"textDocument": {"uri": self.uri}, "position": place});
        params.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        self.request(&format!("textDocument/{method}"), params)
    }

    /// Opens a script, and returns its diagnostics.
    pub(crate) fn open(&mut self, text: &str) -> Value {
        self.version += 1;
        let document = json!({"uri": self.uri, "languageId": "flux", "version": self.version, "text": text});
        self.notify("textDocument/didOpen", json!({"textDocument": document}));
        self.diagnostics()
    }

    /// Changes the script at hand, and returns its diagnostics.
    pub(crate) fn change(&mut self, changes: Value) -> Value {
        self.edit(changes);
        self.diagnostics()
    }

    /// Changes the script at hand.
    pub(crate) fn edit(&mut self, changes: Value) {
        self.version += 1;
        let document = json!({"uri": self.uri, "version": self.version});
        self.notify("textDocument/didChange", json!({"textDocument": document, "contentChanges": changes}));
    }

    /// Waits for the diagnostics of the script at hand as it is now.
    pub(crate) fn diagnostics(&mut self) -> Value {
        let (uri, version) = (self.uri.clone(), self.version);
        let message = self.wait(|message| {
            let params = &message["params"];
            message["method"] == "textDocument/publishDiagnostics"
                && params["uri"] == *uri
                && (params["version"] == version || params["version"].is_null())
        });
        message["params"]["diagnostics"].clone()
    }

    /// Returns the first message that fits, and keeps the others.
    pub(crate) fn wait(&mut self, fits: impl Fn(&Value) -> bool) -> Value {
        if let Some(at) = self.unread.iter().position(&fits) {
            return self.unread.remove(at).unwrap();
        }
        loop {
            let message = self.receive().expect("the server has left");
            if fits(&message) {
                return message;
            }
            self.unread.push_back(message);
        }
    }

    fn receive(&mut self) -> Option<Value> {
        let mut length = 0;
        loop {
            let mut line = String::new();
            if self.output.read_line(&mut line).unwrap() == 0 {
                return None;
            }
            match line.trim_end().split_once(": ") {
                Some(("Content-Length", number)) => length = number.parse().unwrap(),
                Some(_) => {}
                None => break,
            }
        }
        let mut body = vec![0; length];
        self.output.read_exact(&mut body).unwrap();
        Some(serde_json::from_slice(&body).unwrap())
    }

    /// Ends the input, and returns the exit code.
    pub(crate) fn end(mut self) -> Option<i32> {
        self.input = None;
        self.child.wait().unwrap().code()
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Returns the capabilities of a client that can do everything.
pub(crate) fn capable() -> Value {
    json!({"textDocument": {
        "hover": {"contentFormat": ["markdown"]},
        "publishDiagnostics": {"relatedInformation": true, "codeDescriptionSupport": true},
        "documentSymbol": {"hierarchicalDocumentSymbolSupport": true},
    }})
}
