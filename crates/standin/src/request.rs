//! A request as the routes see it: read whole, within limits.

use std::io::Read;

use bytes::Bytes;
use flate2::read::MultiGzDecoder;
use http::{HeaderMap, Method, Request, header};
use http_body_util::BodyExt;
use hyper::body::Incoming;

use crate::error::{ApiError, Code};
use crate::query_string::QueryString;

/// The longest request body in bytes, as sent and once decompressed.
pub(crate) const BODY_LIMIT: usize = 16 * 1024 * 1024;

/// How much of a body that is too long is read, so that the client gets to read the answer.
const DISCARD_LIMIT: usize = 4 * BODY_LIMIT;

/// A request with its body.
#[derive(Debug)]
pub(crate) struct Call {
    pub(crate) method: Method,
    pub(crate) path: String,
    pub(crate) raw_query: String,
    pub(crate) query: QueryString,
    headers: HeaderMap,
    body: Received,
}

#[derive(Debug)]
enum Received {
    Whole(Bytes),
    TooLong,
    Broken,
}

impl Call {
    /// Reads a request to its end.
    pub(crate) async fn read(request: Request<Incoming>) -> Call {
        let (head, body) = request.into_parts();
        let raw_query = head.uri.query().unwrap_or_default().to_owned();
        Call {
            method: head.method,
            path: head.uri.path().to_owned(),
            query: QueryString::parse(&raw_query),
            raw_query,
            headers: head.headers,
            body: Received::read(body).await,
        }
    }

    /// Returns the body as it was sent.
    pub(crate) fn body(&self) -> Result<&Bytes, ApiError> {
        match &self.body {
            Received::Whole(bytes) => Ok(bytes),
            Received::TooLong => Err(too_large("points batch is too large")),
            Received::Broken => Err(ApiError::new(Code::Internal, "unable to read data: unexpected EOF")),
        }
    }

    /// Returns the body, decompressed where the request says that it is compressed.
    pub(crate) fn decoded_body(&self) -> Result<Bytes, ApiError> {
        let body = self.body()?;
        if self.headers.get(header::CONTENT_ENCODING).is_none_or(|encoding| encoding != "gzip") {
            return Ok(body.clone());
        }
        if !body.starts_with(&[0x1f, 0x8b]) {
            return Err(ApiError::new(Code::Internal, "An internal error has occurred - check server logs"));
        }
        let mut decoded = Vec::new();
        let limit = u64::try_from(BODY_LIMIT).unwrap_or(u64::MAX).saturating_add(1);
        match MultiGzDecoder::new(body.as_ref()).take(limit).read_to_end(&mut decoded) {
            Ok(_) if decoded.len() > BODY_LIMIT => Err(too_large("points batch is too large")),
            Ok(_) => Ok(decoded.into()),
            Err(_) => Err(ApiError::new(Code::Internal, "unable to read data: unexpected EOF")),
        }
    }

    /// Tells whether the request carries the token.
    pub(crate) fn has_token(&self, expected: &str) -> bool {
        let Some(value) = self.headers.get(header::AUTHORIZATION).map(|value| value.as_bytes()) else {
            return false;
        };
        let Some(position) = value.iter().position(|byte| *byte == b' ') else {
            return false;
        };
        let (scheme, token) = value.split_at(position);
        let known = scheme.eq_ignore_ascii_case(b"token") || scheme.eq_ignore_ascii_case(b"bearer");
        known && token.get(1..) == Some(expected.as_bytes())
    }
}

impl Received {
    async fn read(mut body: Incoming) -> Received {
        let mut whole = Vec::new();
        let mut length = 0_usize;
        while let Some(frame) = body.frame().await {
            let Ok(frame) = frame else { return Received::Broken };
            let Some(data) = frame.data_ref() else { continue };
            length = length.saturating_add(data.len());
            if length <= BODY_LIMIT {
                whole.extend_from_slice(data);
            } else if length <= DISCARD_LIMIT {
                whole = Vec::new();
            } else {
                return Received::TooLong;
            }
        }
        if length > BODY_LIMIT { Received::TooLong } else { Received::Whole(whole.into()) }
    }
}

fn too_large(message: &str) -> ApiError {
    ApiError::new(Code::TooLarge, format!("unable to read data: {message}"))
}
