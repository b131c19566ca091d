//! From the first message to the exit code.

use serde_json::json;

use crate::client::{Client, capable};

#[test]
fn a_server_leaves_as_the_protocol_says() {
    let mut client = Client::new();
    assert_eq!(client.request("shutdown", json!(null)), Ok(json!(null)));
    let refused = client.request("textDocument/hover", json!({})).unwrap_err();
    assert_eq!(refused, (-32600, "the server is shut down".to_owned()));
    client.notify("exit", json!(null));
    assert_eq!(client.end(), Some(0));

    let mut rude = Client::new();
    rude.notify("exit", json!(null));
    assert_eq!(rude.end(), Some(1));

    assert_eq!(Client::new().end(), Some(1), "the editor has crashed");
    assert_eq!(Client::start(&[]).end(), Some(0), "nobody was there");
    let mut early = Client::start(&[]);
    early.notify("exit", json!(null));
    assert_eq!(early.end(), Some(1));
}

#[test]
fn what_is_no_message_ends_the_server() {
    let mut client = Client::new();
    client.send_bytes(b"GET / HTTP/1.1\r\n\r\n");
    assert_eq!(client.end(), Some(2));
}

#[test]
fn questions_before_the_first_are_refused() {
    let mut client = Client::start(&[]);
    let refused = client.request("textDocument/hover", json!({})).unwrap_err();
    assert_eq!(refused, (-32002, "the first request must be `initialize`".to_owned()));
    client.notify("textDocument/didOpen", json!({}));
    let answer = client.initialize(capable(), json!(null));
    assert_eq!(answer["serverInfo"]["name"], "fluxlet");
    assert_eq!(answer["capabilities"]["textDocumentSync"]["change"], 2);
    assert_eq!(answer["capabilities"]["positionEncoding"], "utf-16");
}

#[test]
fn questions_that_nobody_knows_do_no_harm() {
    let mut client = Client::new();
    let refused = client.request("textDocument/dance", json!({"a": 1})).unwrap_err();
    assert_eq!(refused, (-32601, "there is no request `textDocument/dance`".to_owned()));
    assert_eq!(client.request("textDocument/hover", json!({"a": 1})).unwrap_err().0, -32602);
    let place = json!({"line": 0, "character": 0});
    let (code, message) = client.try_ask("hover", &place, json!({})).unwrap_err();
    assert_eq!((code, message.ends_with("main.flux` is not open")), (-32602, true));
    client.notify("$/dance", json!({}));
    client.notify("textDocument/didChange", json!({"textDocument": 1}));
    assert_eq!(client.open("1 + 1\n"), json!([]));
    // A place beyond the text is its end.
    let far = json!({"line": 99, "character": 99});
    assert_eq!(client.ask("hover", &far), json!(null));
}

/// Problems are those of the last text, and are told for it; what was asked about another text may be refused.
#[test]
fn changes_that_wait_are_one() {
    let mut client = Client::new();
    client.open("");
    let text = "x = (1 + \"a\")";
    for (column, character) in text.char_indices() {
        let end = json!({"line": 0, "character": column});
        client.edit(json!([{"range": {"start": end, "end": end}, "text": character.to_string()}]));
        let params = json!({"textDocument": {"uri": client.uri}, "position": end});
        client.send(&json!({"jsonrpc": "2.0", "id": 100 + column, "method": "textDocument/hover", "params": params}));
    }
    assert_eq!(client.diagnostics()[0]["code"], "type-mismatch");
    for asked in 100..100 + text.len() {
        let answer = client.wait(|message| message["id"] == asked);
        assert!(answer["error"]["code"] == -32801 || answer.get("result").is_some(), "{answer}");
    }
}

#[test]
fn a_request_that_is_cancelled_is_answered() {
    let mut client = Client::new();
    client.open("x = 1\n");
    client.send(&json!({"jsonrpc": "2.0", "id": "h", "method": "textDocument/hover", "params":
        {"textDocument": {"uri": client.uri}, "position": {"line": 0, "character": 0}}}));
    client.notify("$/cancelRequest", json!({"id": "h"}));
    let answer = client.wait(|message| message["id"] == "h");
    // It depends on which of both messages the server sees first.
    assert!(answer["error"]["code"] == -32800 || answer["result"]["contents"].is_object(), "{answer}");
}
