//! Packages of the user's own: in the workspace, below `--package-path`, and open in the editor.

use serde_json::{Value, json};

use crate::client::{Client, capable, cursor, range};
use crate::folder::Folder;

const SCRIPT: &str = "import \"own/pump\"\n\npump.^speed(v: 1)\n";
const PACKAGE: &str = "package pump\n\n// speed doubles.\nspeed = (v) => v * 2\n";

/// Opens the script, and returns its diagnostics and what the cursor is on.
fn look(client: &mut Client) -> (Value, Value) {
    let (text, place) = cursor(SCRIPT);
    let problems = client.open(&text);
    (problems, client.ask("definition", &place))
}

fn messages(problems: &Value) -> Vec<&str> {
    problems.as_array().unwrap().iter().map(|problem| problem["message"].as_str().unwrap()).collect()
}

#[test]
fn the_workspace_has_packages() {
    let mut client = Client::start(&[]);
    let path = client.folder.write("own/pump/pump.flux", PACKAGE);
    let folder = json!([{"uri": client.folder.uri("").trim_end_matches('/'), "name": "w"}]);
    client.initialize(capable(), folder);
    let (problems, definition) = look(&mut client);
    assert_eq!(problems, json!([]));
    assert_eq!(definition["uri"], format!("file://{}", path.display()));
    assert_eq!(range(&definition["range"]), "3:0-3:5");
    let hover = client.ask("hover", &json!({"line": 2, "character": 6}));
    assert_eq!(hover["contents"]["value"], "```flux\nspeed : (v: int) => int\n```\n\nspeed doubles.");
}

#[test]
fn folders_of_the_command_line_have_packages() {
    let folder = Folder::new();
    folder.write("own/pump.flux", PACKAGE);
    let mut client = Client::start(&["--package-path", folder.path().to_str().unwrap()]);
    client.initialize(capable(), json!(null));
    assert_eq!(look(&mut client).0, json!([]));
}

/// A package counts as it is in the editor, saved or not; when it is closed, as it is in its file.
#[test]
fn packages_follow_their_editor() {
    let mut client = Client::start(&[]);
    client.folder.write("own/pump.flux", PACKAGE);
    client.initialize(capable(), json!([{"uri": client.folder.uri(""), "name": "w"}]));
    assert_eq!(look(&mut client).0, json!([]));
    let uri = client.folder.uri("own/pump.flux");
    let document =
        json!({"uri": uri, "languageId": "flux", "version": 1, "text": PACKAGE.replace("speed =", "pace =")});
    client.notify("textDocument/didOpen", json!({"textDocument": document}));
    assert_eq!(messages(&client.diagnostics()), ["package `own/pump` has no member `speed`"]);
    let change = json!([{"text": PACKAGE.replace("v * 2", "v + \"a\"")}]);
    client.notify(
        "textDocument/didChange",
        json!({"textDocument": {"uri": uri, "version": 2}, "contentChanges": change}),
    );
    let problems = client.diagnostics();
    assert_eq!(
        messages(&problems),
        ["expected `string`, found `int` in argument `v`\nnote: `pump.speed` is \
        `(v: string) => string`\nhelp: convert it with `string(v: …)`"]
    );
    client.notify("textDocument/didClose", json!({"textDocument": {"uri": uri}}));
    assert_eq!(client.diagnostics(), json!([]));
}

/// A client that can tells of files that others change.
#[test]
fn packages_follow_their_files() {
    let mut client = Client::start(&[]);
    let mut capabilities = capable();
    capabilities["workspace"] = json!({"didChangeWatchedFiles": {"dynamicRegistration": true}});
    client.initialize(capabilities, json!([{"uri": client.folder.uri(""), "name": "w"}]));
    let asked = client.wait(|message| message["method"] == "client/registerCapability");
    let registration = &asked["params"]["registrations"][0];
    assert_eq!(registration["method"], "workspace/didChangeWatchedFiles");
    assert_eq!(registration["registerOptions"]["watchers"][0]["globPattern"], "**/*.flux");
    client.send(&json!({"jsonrpc": "2.0", "id": asked["id"], "result": null}));
    assert_eq!(messages(&look(&mut client).0), ["cannot import `own/pump`: there is no such package"]);
    client.folder.write("own/pump.flux", PACKAGE);
    let changes = json!([{"uri": client.folder.uri("own/pump.flux"), "type": 1}]);
    client.notify("workspace/didChangeWatchedFiles", json!({"changes": changes}));
    assert_eq!(client.diagnostics(), json!([]));
    let event = json!({"added": [], "removed": [{"uri": client.folder.uri(""), "name": "w"}]});
    client.notify("workspace/didChangeWorkspaceFolders", json!({"event": event}));
    assert_eq!(messages(&client.diagnostics()), ["cannot import `own/pump`: there is no such package"]);
}
