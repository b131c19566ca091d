//! Requests and responses do not show what they carry.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, Method};

use super::{Redirects, Request, Response};
use crate::{Endpoint, NetworkPolicy};

#[test]
fn debug_shows_no_header_value_query_or_body() {
    let mut headers = HeaderMap::new();
    headers.insert("x-key", HeaderValue::from_static("HUSH"));
    let request = Request {
        method: Method::POST,
        origin: Endpoint::parse("http://h:8086").unwrap().origin,
        target: "/api/v2/write?token=HUSH".to_owned(),
        headers: headers.clone(),
        body: Some(Bytes::from_static(b"HUSH")),
        timeout: Duration::from_secs(30),
        redirects: Redirects::Follow(10),
        decompress: true,
        max_response_bytes: 1,
        policy: Arc::new(NetworkPolicy::public_only()),
        trusted_origin: false,
    };
    let response = Response { status: 200, headers, body: Bytes::from_static(b"HUSH") };
    let shown = format!("{request:?}");
    assert_eq!(shown, "Request { method: POST, origin: http://h:8086, path: \"/api/v2/write\", timeout: 30s, .. }");
    assert_eq!(format!("{response:?}"), "Response { status: 200, bytes: 4, .. }");
    for text in [format!("{request:#?}"), format!("{response:#?}")] {
        assert!(!text.contains("HUSH"), "{text}");
    }
}
