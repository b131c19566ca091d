//! What the server says of itself without a token.

use http::{HeaderValue, Method, StatusCode, header};

use crate::clock::{Span, Timestamp};
use crate::reply::Reply;
use crate::router::Shared;
use crate::routes::VERSION;

const ALLOWED: &str = "GET, HEAD, OPTIONS";

pub(crate) fn health() -> Reply {
    let text = format!(
        "{{\"name\":\"influxdb\", \"message\":\"ready for queries and writes\", \"status\":\"pass\", \"checks\":[], \
         \"version\": \"{VERSION}\", \"commit\": \"none\"}}\n"
    );
    Reply::json_text(StatusCode::OK, text)
}

pub(crate) fn ready(shared: &Shared) -> Reply {
    let started = shared.started();
    let up = Span(Timestamp::now().0.saturating_sub(started.0));
    let text = format!("{{\n    \"status\": \"ready\",\n    \"started\": \"{started}\",\n    \"up\": \"{up}\"\n}}\n");
    Reply::json_text(StatusCode::OK, text)
}

pub(crate) fn ping(method: &Method) -> Reply {
    let allow = |reply: Reply| reply.header(header::ALLOW, HeaderValue::from_static(ALLOWED));
    let reply = match *method {
        Method::GET | Method::HEAD => Reply::empty(StatusCode::NO_CONTENT),
        Method::OPTIONS => allow(Reply::empty(StatusCode::OK)),
        _ => allow(Reply::text(StatusCode::METHOD_NOT_ALLOWED, "Method Not Allowed\n")),
    };
    reply.header(header::VARY, HeaderValue::from_static("Accept-Encoding"))
}
