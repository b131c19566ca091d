//! The routes, a module for each kind of resource.

pub(crate) mod authorizations;
pub(crate) mod buckets;
pub(crate) mod health;
pub(crate) mod index;
pub(crate) mod me;
pub(crate) mod orgs;
pub(crate) mod setup;
pub(crate) mod tasks;
pub(crate) mod write;

/// The version of InfluxDB whose answers these are.
pub(crate) const VERSION: &str = "2.9.1";

use bytes::Bytes;

use crate::error::ApiError;
use crate::json_body::{BodyType, JsonBody};
use crate::query_string::QueryString;

/// Reads a JSON body for the newer half of the API.
fn parse_body(bytes: &Bytes, body_type: BodyType) -> Result<JsonBody, ApiError> {
    unmarshal(JsonBody::parse(bytes, body_type))
}

/// Says of an error that it came from reading the body.
fn unmarshal<T>(result: Result<T, ApiError>) -> Result<T, ApiError> {
    result.map_err(|error| error.context("failed to unmarshal json"))
}

/// Reads a whole number; none where it is absent.
fn integer(query: &QueryString, name: &str) -> Result<Option<i64>, ApiError> {
    let Some(text) = query.get(name) else { return Ok(None) };
    text.parse().map(Some).map_err(|_| ApiError::invalid(format!("{name} is invalid")))
}

/// Reads `limit`: 20 where it is absent.
fn limit(query: &QueryString) -> Result<usize, ApiError> {
    let limit = integer(query, "limit")?.unwrap_or(20);
    let limit = usize::try_from(limit).ok().filter(|limit| (1..=100).contains(limit));
    limit.ok_or_else(|| ApiError::invalid("limit must be between 1 and 100"))
}
