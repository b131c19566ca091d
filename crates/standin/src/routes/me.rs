//! The only user.

use http::{Method, StatusCode};
use serde::Serialize;

use crate::error::ApiError;
use crate::id::Id;
use crate::reply::{Layout, Reply};
use crate::request::Call;
use crate::router::{Answer, Shared, page_not_found, wrong_method};
use crate::store::User;

#[derive(Serialize)]
struct UserView {
    links: SelfLink,
    id: Id,
    name: String,
    status: &'static str,
}

#[derive(Serialize)]
struct SelfLink {
    #[serde(rename = "self")]
    this: String,
}

#[derive(Serialize)]
struct UsersView {
    links: SelfLink,
    users: [UserView; 1],
}

pub(crate) fn me(shared: &Shared) -> Reply {
    Reply::json(StatusCode::OK, Layout::Indented, &view(shared.store().user()))
}

pub(crate) fn users(shared: &Shared, call: &Call, segments: &[&str]) -> Answer {
    let get = call.method == Method::GET;
    match segments {
        [] if get => {
            let users = [view(shared.store().user())];
            let links = SelfLink { this: "/api/v2/users".to_owned() };
            Ok(Reply::json(StatusCode::OK, Layout::Indented, &UsersView { links, users }))
        }
        [id] if get => {
            let id = Id::parse(id)?;
            if id != shared.store().user().id {
                return Err(ApiError::not_found("user not found"));
            }
            Ok(me(shared))
        }
        [] | [_] => Ok(wrong_method()),
        _ => Ok(page_not_found()),
    }
}

fn view(user: &User) -> UserView {
    let links = SelfLink { this: format!("/api/v2/users/{}", user.id) };
    UserView { links, id: user.id, name: user.name.clone(), status: "active" }
}
