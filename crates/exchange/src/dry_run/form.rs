//! The forms in which a request is shown.

use fluxlet_runtime::terminal::{printable, printable_json, printable_line};
use serde::Serialize;

use super::curl;
use crate::record::RequestRecord;

/// How requests are shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// As HTTP writes them, with an empty line after each.
    Text,
    /// As commands for a POSIX shell.
    Curl,
    /// As JSON objects, each on a line.
    Json,
}

/// A request as JSON.
#[derive(Serialize)]
struct Object<'a> {
    #[serde(flatten)]
    request: &'a RequestRecord,
    /// Whether it goes out all the same.
    sent: bool,
}

impl Form {
    pub(super) fn text(self, request: &RequestRecord, sent: bool) -> String {
        match self {
            Self::Text => text(request),
            Self::Curl => curl::command(request),
            // Nothing in it has no JSON.
            Self::Json => {
                let object = serde_json::to_string(&Object { request, sent }).unwrap_or_default();
                printable_json(&object).into_owned() + "\n"
            }
        }
    }
}

fn text(request: &RequestRecord) -> String {
    let mut text = format!("{} {}{}\n", request.method.0, request.url.origin, request.url.target);
    for (name, value) in &request.headers.0 {
        text.push_str(&format!("{name}: {}\n", printable_line(value)));
    }
    match request.body.as_text() {
        Some("") => {}
        Some(body) => text.push_str(&format!("\n{}\n", printable(body))),
        None => text.push_str(&format!("\n({} bytes that are no text)\n", request.body.0.len())),
    }
    text.push('\n');
    text
}
