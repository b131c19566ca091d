//! Whether the server has been set up: it always has.

use http::{Method, StatusCode};
use serde::Serialize;

use crate::error::{ApiError, Code};
use crate::reply::{Layout, Reply};
use crate::router::Answer;

#[derive(Serialize)]
struct SetupView {
    allowed: bool,
}

pub(crate) fn setup(method: &Method) -> Answer {
    if method == Method::GET {
        return Ok(Reply::json(StatusCode::OK, Layout::Indented, &SetupView { allowed: false }));
    }
    Err(ApiError::new(Code::Conflict, "onboarding has already been completed"))
}
