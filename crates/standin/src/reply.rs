//! Responses: status, headers, and a body that is sent at once.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use http::{HeaderName, HeaderValue, Response, StatusCode, header};
use hyper::body::{Body, Frame, SizeHint};
use serde::Serialize;
use serde_json::ser::{PrettyFormatter, Serializer};

/// The longest body that is sent with its length; longer ones go in chunks, as they do from the real server.
const LENGTH_KNOWN_UP_TO: usize = 2048;

const JSON: HeaderValue = HeaderValue::from_static("application/json; charset=utf-8");
const TEXT: HeaderValue = HeaderValue::from_static("text/plain; charset=utf-8");

/// How a JSON body is laid out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Layout {
    /// One line.
    Compact,
    /// One line with a line break at its end.
    CompactLine,
    /// Members on lines of their own, indented by tabs.
    Indented,
}

/// A response before it is sent.
#[derive(Debug)]
pub(crate) struct Reply {
    status: StatusCode,
    headers: Vec<(HeaderName, HeaderValue)>,
    body: Bytes,
}

/// The body of a response: one piece.
#[derive(Debug)]
pub(crate) struct ReplyBody(Bytes);

impl Reply {
    /// A response without a body.
    pub(crate) fn empty(status: StatusCode) -> Reply {
        Reply { status, headers: Vec::new(), body: Bytes::new() }
    }

    pub(crate) fn text(status: StatusCode, text: &'static str) -> Reply {
        let mut reply = Reply::empty(status).header(header::CONTENT_TYPE, TEXT);
        reply.headers.push((header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")));
        reply.body = Bytes::from_static(text.as_bytes());
        reply
    }

    /// A response with JSON that is text already.
    pub(crate) fn json_text(status: StatusCode, text: impl Into<Bytes>) -> Reply {
        let mut reply = Reply::empty(status).header(header::CONTENT_TYPE, JSON);
        reply.body = text.into();
        reply
    }

    /// A response with `value` as JSON.
    pub(crate) fn json(status: StatusCode, layout: Layout, value: &impl Serialize) -> Reply {
        Reply::json_text(status, write_json(layout, value))
    }

    pub(crate) fn html(status: StatusCode, text: String) -> Reply {
        let mut reply = Reply::empty(status);
        reply.headers.push((header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8")));
        reply.body = text.into();
        reply
    }

    pub(crate) fn header(mut self, name: HeaderName, value: HeaderValue) -> Reply {
        self.headers.push((name, value));
        self
    }

    /// Adds what every response says and makes it ready to be sent.
    pub(crate) fn into_response(self) -> Response<ReplyBody> {
        let mut response = Response::new(ReplyBody(self.body));
        *response.status_mut() = self.status;
        let headers = response.headers_mut();
        for (name, value) in self.headers {
            headers.append(name, value);
        }
        headers.append(HeaderName::from_static("x-influxdb-build"), HeaderValue::from_static("OSS"));
        headers.append(HeaderName::from_static("x-influxdb-version"), HeaderValue::from_static(crate::routes::VERSION));
        response
    }
}

impl Body for ReplyBody {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        let bytes = std::mem::take(&mut self.0);
        Poll::Ready(if bytes.is_empty() { None } else { Some(Ok(Frame::data(bytes))) })
    }

    fn is_end_stream(&self) -> bool {
        self.0.is_empty()
    }

    fn size_hint(&self) -> SizeHint {
        if self.0.len() <= LENGTH_KNOWN_UP_TO { SizeHint::with_exact(self.0.len() as u64) } else { SizeHint::default() }
    }
}

fn write_json(layout: Layout, value: &impl Serialize) -> String {
    let written = match layout {
        Layout::Compact | Layout::CompactLine => serde_json::to_vec(value),
        Layout::Indented => {
            let mut bytes = Vec::new();
            let mut serializer = Serializer::with_formatter(&mut bytes, PrettyFormatter::with_indent(b"\t"));
            value.serialize(&mut serializer).map(|()| bytes)
        }
    };
    // The values are structs and maps with string keys, which cannot fail to be written.
    let text = String::from_utf8(written.unwrap_or_default()).unwrap_or_default();
    let mut escaped = String::with_capacity(text.len() + 16);
    for character in text.chars() {
        // These occur within strings only; the real server escapes them for the sake of HTML.
        match character {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => escaped.push_str(&format!("\\u{:04x}", u32::from(character))),
            other => escaped.push(other),
        }
    }
    if layout == Layout::CompactLine {
        escaped.push('\n');
    }
    escaped
}
