//! Messages that wait to be handled.

use std::collections::VecDeque;
use std::sync::mpsc::Receiver;

use lsp_server::{Message, Notification, RequestId};
use lsp_types::notification::{Cancel, DidChangeTextDocument, Notification as _};
use lsp_types::{CancelParams, NumberOrString};

/// Hands out messages in order, and knows those that wait behind the one at hand.
pub(crate) struct Inbox {
    receiver: Receiver<Message>,
    waiting: VecDeque<Message>,
}

impl Inbox {
    pub(crate) fn new(receiver: Receiver<Message>) -> Self {
        Self { receiver, waiting: VecDeque::new() }
    }

    /// Returns the next message, and waits for it if need be; `None` if there are no more.
    pub(crate) fn next(&mut self) -> Option<Message> {
        if self.waiting.is_empty() {
            self.waiting.push_back(self.receiver.recv().ok()?);
        }
        self.fill();
        self.waiting.pop_front()
    }

    /// Tells whether a script is changed by a message that waits: the one at `uri`, or with `None` any.
    pub(crate) fn changes(&mut self, uri: Option<&str>) -> bool {
        self.fill();
        self.waiting.iter().any(|message| match message {
            Message::Notification(Notification { method, params }) => {
                let changed = params["textDocument"]["uri"].as_str();
                method == DidChangeTextDocument::METHOD && uri.is_none_or(|uri| changed == Some(uri))
            }
            _ => false,
        })
    }

    /// Tells whether a message that waits takes the request `id` back.
    pub(crate) fn cancels(&mut self, id: &RequestId) -> bool {
        self.fill();
        self.waiting.iter().any(|message| match message {
            Message::Notification(Notification { method, params }) if method == Cancel::METHOD => {
                serde_json::from_value(params.clone()).is_ok_and(|params: CancelParams| match params.id {
                    NumberOrString::Number(number) => *id == RequestId::from(number),
                    NumberOrString::String(text) => *id == RequestId::from(text),
                })
            }
            _ => false,
        })
    }

    fn fill(&mut self) {
        self.waiting.extend(self.receiver.try_iter());
    }
}
