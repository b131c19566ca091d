//! Organizations, and the names of their secrets, of which there are none.

use http::StatusCode;
use serde::Serialize;

use crate::clock::Timestamp;
use crate::error::ApiError;
use crate::id::Id;
use crate::json_body::BodyType;
use crate::reply::{Layout, Reply};
use crate::request::Call;
use crate::router::{Answer, Shared, absent, page_not_found, wrong_method};
use crate::routes::{integer, limit, parse_body, unmarshal};
use crate::store::{Organization, Store};

const CREATE: BodyType = BodyType { whole: "influxdb.Organization", member_of: "Organization" };
const UPDATE: BodyType = BodyType { whole: "influxdb.OrganizationUpdate", member_of: "OrganizationUpdate" };

#[derive(Serialize)]
struct OrganizationView<'a> {
    links: OrganizationLinks,
    id: Id,
    name: &'a str,
    description: &'a str,
    #[serde(rename = "createdAt")]
    created: Timestamp,
    #[serde(rename = "updatedAt")]
    updated: Timestamp,
}

#[derive(Serialize)]
struct OrganizationLinks {
    buckets: String,
    dashboards: String,
    labels: String,
    logs: String,
    members: String,
    owners: String,
    secrets: String,
    #[serde(rename = "self")]
    this: String,
    tasks: String,
}

#[derive(Serialize)]
struct ListView<'a> {
    links: ListLinks,
    orgs: Vec<OrganizationView<'a>>,
}

#[derive(Serialize)]
struct ListLinks {
    #[serde(rename = "self")]
    this: &'static str,
}

#[derive(Serialize)]
struct SecretsView {
    links: SecretsLinks,
    secrets: [String; 0],
}

#[derive(Serialize)]
struct SecretsLinks {
    org: String,
    #[serde(rename = "self")]
    this: String,
}

pub(crate) fn route(shared: &Shared, call: &Call, segments: &[&str]) -> Answer {
    match (segments, call.method.as_str()) {
        ([], "GET") => list(&shared.store(), call),
        ([], "POST") => create(&mut shared.store(), call),
        ([id], "GET") => show(StatusCode::OK, shared.store().organization(Id::parse(id)?)?),
        ([id], "PATCH") => update(&mut shared.store(), Id::parse(id)?, call),
        ([id], "DELETE") => delete(&mut shared.store(), Id::parse(id)?),
        ([id, "secrets"], "GET") => secrets(&shared.store(), id),
        ([_, part @ ("labels" | "logs" | "members" | "owners" | "secrets"), ..], _) => Err(absent(part)),
        ([] | [_], _) => Ok(wrong_method()),
        _ => Ok(page_not_found()),
    }
}

fn list(store: &Store, call: &Call) -> Answer {
    let query = &call.query;
    let offset = integer(query, "offset")?.unwrap_or(0);
    let limit = limit(query)?;
    // Ids that are not well-formed do not narrow the list.
    let user = query.get("userID").and_then(|text| Id::parse(text).ok());
    let found: Vec<&Organization> = if let Some(id) = query.get("orgID").and_then(|text| Id::parse(text).ok()) {
        vec![store.organization(id)?]
    } else if let Some(name) = query.get("org") {
        vec![store.organization_named(name)?]
    } else if user.is_some_and(|user| user != store.user().id) {
        Vec::new()
    } else {
        store.organizations().skip(usize::try_from(offset).unwrap_or(0)).take(limit).collect()
    };
    let orgs = found.into_iter().map(view).collect();
    let links = ListLinks { this: "/api/v2/orgs" };
    Ok(Reply::json(StatusCode::OK, Layout::Indented, &ListView { links, orgs }))
}

fn create(store: &mut Store, call: &Call) -> Answer {
    let body = parse_body(call.body()?, CREATE)?;
    let name = unmarshal(body.string("name"))?.unwrap_or_default();
    let description = unmarshal(body.string("description"))?.unwrap_or_default();
    show(StatusCode::CREATED, store.create_organization(name, description)?)
}

fn update(store: &mut Store, id: Id, call: &Call) -> Answer {
    let body = parse_body(call.body()?, UPDATE)?;
    // The real server's errors name this member so; members are found in any case.
    let (name, description) = (unmarshal(body.string("Name"))?, unmarshal(body.string("description"))?);
    show(StatusCode::OK, store.update_organization(id, name, description)?)
}

fn delete(store: &mut Store, id: Id) -> Answer {
    let deleted = store.delete_organization(id);
    deleted.map_err(|error| error.context(&format!("error deleting organization id: {id}")))?;
    Ok(Reply::empty(StatusCode::NO_CONTENT))
}

fn secrets(store: &Store, id: &str) -> Answer {
    let id = Id::parse(id).map_err(|error| error.context("corrupt ID provided"))?;
    store.organization(id).map_err(|_| ApiError::not_found("404 page not found"))?;
    let org = format!("/api/v2/orgs/{id}");
    let links = SecretsLinks { this: format!("{org}/secrets"), org };
    Ok(Reply::json(StatusCode::OK, Layout::Indented, &SecretsView { links, secrets: [] }))
}

fn show(status: StatusCode, organization: &Organization) -> Answer {
    Ok(Reply::json(status, Layout::Indented, &view(organization)))
}

fn view(organization: &Organization) -> OrganizationView<'_> {
    let (id, name) = (organization.id, &organization.name);
    let part = |part: &str| format!("/api/v2/orgs/{id}/{part}");
    // The real server does not escape the name either.
    let by_name = |kind: &str| format!("/api/v2/{kind}?org={name}");
    OrganizationView {
        links: OrganizationLinks {
            buckets: by_name("buckets"),
            dashboards: by_name("dashboards"),
            labels: part("labels"),
            logs: part("logs"),
            members: part("members"),
            owners: part("owners"),
            secrets: part("secrets"),
            this: format!("/api/v2/orgs/{id}"),
            tasks: by_name("tasks"),
        },
        id,
        name,
        description: &organization.description,
        created: organization.created,
        updated: organization.updated,
    }
}
