//! The list of the paths of the API.

use http::StatusCode;
use serde::Serialize;
use serde_json::json;

use crate::reply::{Layout, Reply};

#[derive(Serialize)]
struct IndexView(serde_json::Value);

/// Lists the paths of the real server, whether or not they are here.
pub(crate) fn index() -> Reply {
    let plain = [
        "authorizations",
        "backup",
        "buckets",
        "checks",
        "dashboards",
        "delete",
        "flags",
        "labels",
        "me",
        "notificationEndpoints",
        "notificationRules",
        "orgs",
        "restore",
        "scrapers",
        "setup",
        "signin",
        "signout",
        "sources",
        "tasks",
        "telegrafs",
        "users",
        "variables",
        "write",
    ];
    let mut paths: serde_json::Map<String, serde_json::Value> =
        plain.iter().map(|name| ((*name).to_owned(), format!("/api/v2/{name}").into())).collect();
    let others = [
        ("external", json!({ "statusFeed": "https://www.influxdata.com/feed/json" })),
        ("plugins", json!("/api/v2/telegraf/plugins")),
        (
            "query",
            json!({
                "analyze": "/api/v2/query/analyze",
                "ast": "/api/v2/query/ast",
                "self": "/api/v2/query",
                "suggestions": "/api/v2/query/suggestions",
            }),
        ),
        ("swagger", json!("/api/v2/swagger.json")),
        ("system", json!({ "debug": "/debug/pprof", "health": "/health", "metrics": "/metrics" })),
    ];
    paths.extend(others.map(|(name, value)| (name.to_owned(), value)));
    Reply::json(StatusCode::OK, Layout::CompactLine, &IndexView(paths.into()))
}
