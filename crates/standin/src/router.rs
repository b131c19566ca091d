//! Finds what answers a request: by path, by token, by method.

use std::sync::{Mutex, MutexGuard, PoisonError};

use http::{HeaderValue, Method, StatusCode, header};

use crate::clock::Timestamp;
use crate::error::{ApiError, Code};
use crate::reply::Reply;
use crate::request::Call;
use crate::routes::{authorizations, buckets, health, index, me, orgs, setup, tasks, write};
use crate::store::Store;

/// What every request sees.
#[derive(Debug)]
pub(crate) struct Shared {
    token: Secret,
    first_org_name: String,
    started: Timestamp,
    store: Mutex<Store>,
}

/// A text that is not shown.
struct Secret(String);

/// What a route makes of a request.
pub(crate) type Answer = Result<Reply, ApiError>;

/// The parts of the real server's API that are not here, apart from `query`.
const ABSENT: [&str; 20] = [
    "backup",
    "checks",
    "dashboards",
    "dbrps",
    "delete",
    "labels",
    "notificationEndpoints",
    "notificationRules",
    "query",
    "remotes",
    "replications",
    "restore",
    "scrapers",
    "signin",
    "signout",
    "sources",
    "stacks",
    "telegrafs",
    "templates",
    "variables",
];

impl Shared {
    pub(crate) fn new(token: String, store: Store) -> Shared {
        let name = store.organization(store.first_org()).map(|organization| organization.name.clone());
        Shared {
            token: Secret(token),
            first_org_name: name.unwrap_or_default(),
            started: Timestamp::now(),
            store: Mutex::new(store),
        }
    }

    pub(crate) fn token(&self) -> &str {
        &self.token.0
    }

    pub(crate) fn first_org_name(&self) -> &str {
        &self.first_org_name
    }

    pub(crate) fn started(&self) -> Timestamp {
        self.started
    }

    pub(crate) fn store(&self) -> MutexGuard<'_, Store> {
        self.store.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Secret(..)")
    }
}

/// Answers a request.
pub(crate) fn answer(shared: &Shared, call: &Call) -> Reply {
    route(shared, call).unwrap_or_else(ApiError::into_reply)
}

/// The answer to a method that a path of the newer half of the API does not have.
pub(crate) fn wrong_method() -> Reply {
    Reply::empty(StatusCode::METHOD_NOT_ALLOWED)
}

fn route(shared: &Shared, call: &Call) -> Answer {
    let path = call.path.strip_suffix('/').unwrap_or(&call.path);
    let segments: Vec<&str> = path.split('/').skip(1).collect();
    match segments.as_slice() {
        ["health", ..] => return Ok(health::health()),
        ["ready", ..] => return Ok(health::ready(shared)),
        ["ping"] if call.path == path => return Ok(health::ping(&call.method)),
        ["api", "v2"] => return Ok(index::index()),
        ["api", "v2", "setup"] if call.method == Method::GET || call.method == Method::POST => {
            return setup::setup(&call.method);
        }
        _ if !call.path.starts_with("/api/v2") => return Ok(no_assets()),
        _ if call.method == Method::OPTIONS => return Ok(wrong_method()),
        _ => {}
    }
    if !call.has_token(shared.token()) {
        return Err(ApiError::new(Code::Unauthorized, "unauthorized access").compact());
    }
    match segments.as_slice() {
        ["api", "v2", first @ ("query" | "tasks" | "write")] if call.path != path => Ok(redirect(call, first)),
        ["api", "v2", rest @ ..] => api(shared, call, rest),
        _ => Err(path_not_found()),
    }
}

fn api(shared: &Shared, call: &Call, segments: &[&str]) -> Answer {
    let get = call.method == Method::GET;
    match segments {
        ["authorizations", rest @ ..] => authorizations::route(shared, call, rest),
        ["buckets", rest @ ..] => buckets::route(shared, call, rest),
        ["orgs", rest @ ..] => orgs::route(shared, call, rest),
        ["me"] => Ok(if get { me::me(shared) } else { wrong_method() }),
        ["users", rest @ ..] => me::users(shared, call, rest),
        ["me", ..] => Ok(page_not_found()),
        ["tasks", rest @ ..] => tasks::route(shared, call, rest).map_err(ApiError::compact),
        ["write"] => write::write(shared, call).map_err(ApiError::compact),
        ["setup"] => Ok(wrong_method()),
        ["query"] if call.method != Method::POST => Err(ApiError::method_not_allowed("OPTIONS, POST")),
        [first, ..] if ABSENT.contains(first) => Err(absent(first)),
        ["write", ..] => Err(path_not_found().compact()),
        _ => Err(path_not_found()),
    }
}

/// The answer to a path below a resource that has no such part.
pub(crate) fn page_not_found() -> Reply {
    Reply::text(StatusCode::NOT_FOUND, "404 page not found\n")
}

/// The error for a part of the real API that is not here.
pub(crate) fn absent(part: &str) -> ApiError {
    let message = format!("the stand-in server does not offer `{part}`; use an InfluxDB server for it");
    ApiError::new(Code::NotImplemented, message).compact()
}

fn path_not_found() -> ApiError {
    ApiError::not_found("path not found")
}

/// The answer to paths outside the API, where the real server may have its user interface.
fn no_assets() -> Reply {
    Reply::text(StatusCode::NOT_FOUND, "no assets included in binary\n")
        .header(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=3600"))
}

/// Sends the client to the path without the slash at its end.
fn redirect(call: &Call, part: &str) -> Reply {
    let query = if call.raw_query.is_empty() { String::new() } else { format!("?{}", call.raw_query) };
    let location = format!("/api/v2/{part}{query}");
    let reply = if call.method == Method::GET {
        let shown = location.replace('&', "&amp;").replace('"', "&#34;").replace('<', "&lt;").replace('>', "&gt;");
        let text = format!("<a href=\"{shown}\">Moved Permanently</a>.\n\n");
        Reply::html(StatusCode::MOVED_PERMANENTLY, text)
    } else {
        Reply::empty(StatusCode::PERMANENT_REDIRECT)
    };
    match HeaderValue::from_str(&location) {
        Ok(value) => reply.header(header::LOCATION, value),
        Err(_) => reply,
    }
}
