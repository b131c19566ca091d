//! Errors of the API and the responses they become.

use http::{HeaderName, HeaderValue, StatusCode};
use serde::Serialize;

use crate::reply::{Layout, Reply};

/// The kinds of errors that the API tells apart.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Code {
    Internal,
    NotImplemented,
    NotFound,
    Conflict,
    Invalid,
    Unprocessable,
    Unauthorized,
    MethodNotAllowed,
    TooLarge,
}

/// An error that a client is told.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct ApiError {
    code: Code,
    message: String,
    /// The older half of the API writes its errors on one line.
    layout: Layout,
    allow: Option<&'static str>,
}

#[derive(Serialize)]
struct ErrorView<'a> {
    code: &'static str,
    message: &'a str,
}

impl Code {
    fn name(self) -> &'static str {
        match self {
            Code::Internal => "internal error",
            Code::NotImplemented => "not implemented",
            Code::NotFound => "not found",
            Code::Conflict => "conflict",
            Code::Invalid => "invalid",
            Code::Unprocessable => "unprocessable entity",
            Code::Unauthorized => "unauthorized",
            Code::MethodNotAllowed => "method not allowed",
            Code::TooLarge => "request too large",
        }
    }

    fn status(self) -> StatusCode {
        match self {
            Code::Internal => StatusCode::INTERNAL_SERVER_ERROR,
            Code::NotImplemented => StatusCode::NOT_IMPLEMENTED,
            Code::NotFound => StatusCode::NOT_FOUND,
            Code::Conflict | Code::Unprocessable => StatusCode::UNPROCESSABLE_ENTITY,
            Code::Invalid => StatusCode::BAD_REQUEST,
            Code::Unauthorized => StatusCode::UNAUTHORIZED,
            Code::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Code::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        }
    }
}

impl ApiError {
    pub(crate) fn new(code: Code, message: impl Into<String>) -> ApiError {
        ApiError { code, message: message.into(), layout: Layout::Indented, allow: None }
    }

    pub(crate) fn invalid(message: impl Into<String>) -> ApiError {
        ApiError::new(Code::Invalid, message)
    }

    pub(crate) fn not_found(message: impl Into<String>) -> ApiError {
        ApiError::new(Code::NotFound, message)
    }

    /// An error that tells which methods a path of the older half of the API has.
    pub(crate) fn method_not_allowed(allow: &'static str) -> ApiError {
        let mut error = ApiError::new(Code::MethodNotAllowed, format!("allow: {allow}")).compact();
        error.allow = Some(allow);
        error
    }

    /// Writes the error on one line.
    pub(crate) fn compact(mut self) -> ApiError {
        self.layout = Layout::Compact;
        self
    }

    /// Puts words before the message.
    pub(crate) fn context(mut self, words: &str) -> ApiError {
        self.message = format!("{words}: {}", self.message);
        self
    }

    /// Replaces the kind of error.
    pub(crate) fn with_code(mut self, code: Code) -> ApiError {
        self.code = code;
        self
    }

    pub(crate) fn into_message(self) -> String {
        self.message
    }

    pub(crate) fn into_reply(self) -> Reply {
        let view = ErrorView { code: self.code.name(), message: &self.message };
        let mut reply = Reply::json(self.code.status(), self.layout, &view);
        if let Some(allow) = self.allow {
            reply = reply.header(http::header::ALLOW, HeaderValue::from_static(allow));
        }
        reply.header(HeaderName::from_static("x-platform-error-code"), HeaderValue::from_static(self.code.name()))
    }
}
