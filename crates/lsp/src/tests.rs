//! Parts that cannot be seen from outside: when messages come, faults, paths and places.

use std::path::Path;
use std::sync::mpsc;

use fluxlet_syntax::Source;
use lsp_server::{Message, Notification, Request, RequestId};
use lsp_types::Position;
use serde_json::json;

use crate::inbox::Inbox;
use crate::position::Encoding;
use crate::server::guarded;
use crate::uri;

#[test]
fn a_request_is_cancelled_by_what_waits_behind_it() {
    let request = |id: RequestId| Message::from(Request::new(id, "textDocument/hover".to_owned(), json!({})));
    let cancel = |id: serde_json::Value| Notification::new("$/cancelRequest".to_owned(), json!({"id": id}));
    let (sender, receiver) = mpsc::channel();
    for message in [
        request(RequestId::from(1)),
        request(RequestId::from("two".to_owned())),
        cancel(json!(1)).into(),
        cancel(json!("two")).into(),
        request(RequestId::from(3)),
    ] {
        sender.send(message).unwrap_or_default();
    }
    let mut inbox = Inbox::new(receiver);
    let mut told = Vec::new();
    for _ in 0..5 {
        if let Some(Message::Request(request)) = inbox.next() {
            told.push((request.id.to_string(), inbox.cancels(&request.id)));
        }
    }
    let expected = [("1", true), ("\"two\"", true), ("3", false)];
    assert_eq!(told, expected.map(|(id, cancelled)| (id.to_owned(), cancelled)));
    drop(sender);
    assert!(inbox.next().is_none());
}

#[test]
fn a_change_is_known_before_its_turn() {
    let change = |uri: &str| {
        let params = json!({"textDocument": {"uri": uri, "version": 2}, "contentChanges": []});
        Message::from(Notification::new("textDocument/didChange".to_owned(), params))
    };
    let (sender, receiver) = mpsc::channel();
    for message in
        [change("a"), Request::new(RequestId::from(1), "shutdown".to_owned(), json!(null)).into(), change("b")]
    {
        sender.send(message).unwrap_or_default();
    }
    let mut inbox = Inbox::new(receiver);
    let mut told = Vec::new();
    for _ in 0..3 {
        inbox.next();
        told.push([None, Some("a"), Some("b")].map(|uri| inbox.changes(uri)));
    }
    assert_eq!(told, [[true, false, true], [true, false, true], [false, false, false]]);
}

#[test]
fn a_fault_is_no_end() {
    assert_eq!(guarded(|| 1), Some(1));
    assert_eq!(guarded(|| -> u32 { panic!("a fault") }), None);
}

#[test]
fn files_are_uris_and_back() {
    for (path, expected) in [
        ("/a/b.flux", "file:///a/b.flux"),
        ("/a b/é#?%.flux", "file:///a%20b/%C3%A9%23%3F%25.flux"),
        ("c:/a/b.flux", "file:///c%3A/a/b.flux"),
    ] {
        let uri = uri::of_path(Path::new(path)).expect("the path is text");
        assert_eq!(uri.as_str(), expected);
        assert_eq!(uri::to_path(&uri).as_deref(), Some(Path::new(path)));
    }
    for other in ["untitled:Untitled-1", "https://a/b.flux", "file://host"] {
        assert_eq!(other.parse().ok().as_ref().and_then(uri::to_path), None, "{other}");
    }
}

#[test]
fn places_count_lines_and_units() {
    let text = "a\r\né𝄞b\n\n";
    let source = Source::new("a", text);
    for (encoding, line, column, offset) in [
        (Encoding::Utf16, 0, 0, 0),
        (Encoding::Utf16, 0, 1, 1),
        (Encoding::Utf16, 1, 0, 3),
        (Encoding::Utf16, 1, 1, 5),
        (Encoding::Utf16, 1, 3, 9),
        (Encoding::Utf16, 1, 4, 10),
        (Encoding::Utf8, 1, 2, 5),
        (Encoding::Utf8, 1, 6, 9),
        (Encoding::Utf16, 2, 0, 11),
        (Encoding::Utf16, 3, 0, 12),
    ] {
        let position = Position { line, character: column };
        assert_eq!(encoding.offset(text, position), offset, "{encoding:?} {position:?}");
        assert_eq!(encoding.position(&source, offset as u32), position, "{encoding:?} {offset}");
    }
    // What is beyond a line or the text is their end; what is inside a character is behind it.
    for (line, character, offset) in [(0, 9, 1), (1, 99, 10), (9, 9, 12), (1, 2, 9)] {
        assert_eq!(Encoding::Utf16.offset(text, Position { line, character }), offset);
    }
}
