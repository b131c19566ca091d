//! Messages that wait to be handled.

use std::collections::VecDeque;
use std::sync::mpsc::Receiver;

use lsp_server::{Message, RequestId};
use lsp_types::notification::{Cancel, Notification};
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

    /// Tells whether no message waits.
    pub(crate) fn is_empty(&mut self) -> bool {
        self.fill();
        self.waiting.is_empty()
    }

    /// Tells whether a message that waits takes the request `id` back.
    pub(crate) fn cancels(&mut self, id: &RequestId) -> bool {
        self.fill();
        self.waiting.iter().any(|message| match message {
            Message::Notification(notification) if notification.method == Cancel::METHOD => {
                serde_json::from_value(notification.params.clone()).is_ok_and(|params: CancelParams| match params.id {
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
