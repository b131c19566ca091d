//! The authorization of the token, which may do everything.

use http::StatusCode;
use serde::Serialize;

use crate::clock::Timestamp;
use crate::error::ApiError;
use crate::id::Id;
use crate::reply::{Layout, Reply};
use crate::request::Call;
use crate::router::{Answer, Shared, absent, page_not_found, wrong_method};
use crate::store::Store;

/// The kinds of resources that a token can be for.
const KINDS: [&str; 22] = [
    "authorizations",
    "buckets",
    "dashboards",
    "orgs",
    "sources",
    "tasks",
    "telegrafs",
    "users",
    "variables",
    "scrapers",
    "secrets",
    "labels",
    "views",
    "documents",
    "notificationRules",
    "notificationEndpoints",
    "checks",
    "dbrp",
    "notebooks",
    "annotations",
    "remotes",
    "replications",
];

#[derive(Serialize)]
struct AuthorizationView {
    id: Id,
    /// The real server does not show it either.
    token: &'static str,
    status: &'static str,
    description: String,
    #[serde(rename = "orgID")]
    org_id: Id,
    org: String,
    #[serde(rename = "userID")]
    user_id: Id,
    user: String,
    permissions: Vec<PermissionView>,
    links: AuthorizationLinks,
    #[serde(rename = "createdAt")]
    created: Timestamp,
    #[serde(rename = "updatedAt")]
    updated: Timestamp,
}

#[derive(Serialize)]
struct PermissionView {
    action: &'static str,
    resource: ResourceView,
}

#[derive(Serialize)]
struct ResourceView {
    #[serde(rename = "type")]
    kind: &'static str,
}

#[derive(Serialize)]
struct AuthorizationLinks {
    #[serde(rename = "self")]
    this: String,
    user: String,
}

#[derive(Serialize)]
struct ListView {
    links: ListLinks,
    authorizations: Vec<AuthorizationView>,
}

#[derive(Serialize)]
struct ListLinks {
    #[serde(rename = "self")]
    this: &'static str,
}

pub(crate) fn route(shared: &Shared, call: &Call, segments: &[&str]) -> Answer {
    let store = shared.store();
    match (segments, call.method.as_str()) {
        ([], "GET") => list(&store, call),
        ([id], "GET") => {
            if Id::parse(id)? != store.authorization().id {
                return Err(ApiError::not_found("authorization not found"));
            }
            Ok(Reply::json(StatusCode::OK, Layout::Indented, &view(&store)))
        }
        ([], "POST") | ([_], "PATCH" | "DELETE") => Err(absent("changing authorizations")),
        ([] | [_], _) => Ok(wrong_method()),
        _ => Ok(page_not_found()),
    }
}

fn list(store: &Store, call: &Call) -> Answer {
    if let Some(name) = call.query.get("org") {
        store.organization_named(name)?;
    }
    let links = ListLinks { this: "/api/v2/authorizations" };
    let view = ListView { links, authorizations: vec![view(store)] };
    Ok(Reply::json(StatusCode::OK, Layout::Indented, &view))
}

fn view(store: &Store) -> AuthorizationView {
    let (authorization, user, org_id) = (store.authorization(), store.user(), store.first_org());
    let permissions = KINDS
        .iter()
        .flat_map(|kind| ["read", "write"].map(|action| PermissionView { action, resource: ResourceView { kind } }));
    AuthorizationView {
        id: authorization.id,
        token: "",
        status: "active",
        description: format!("{}'s Token", user.name),
        org_id,
        org: store.organization(org_id).map(|organization| organization.name.clone()).unwrap_or_default(),
        user_id: user.id,
        user: user.name.clone(),
        permissions: permissions.collect(),
        links: AuthorizationLinks {
            this: format!("/api/v2/authorizations/{}", authorization.id),
            user: format!("/api/v2/users/{}", user.id),
        },
        created: authorization.created,
        updated: authorization.created,
    }
}
