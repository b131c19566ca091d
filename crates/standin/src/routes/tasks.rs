//! Tasks: they are kept and listed, and never run.

use http::StatusCode;
use serde::Serialize;

use crate::clock::Timestamp;
use crate::error::{ApiError, Code};
use crate::id::Id;
use crate::json_body::{BodyType, JsonBody};
use crate::query_string;
use crate::reply::{Layout, Reply};
use crate::request::Call;
use crate::router::{Answer, Shared, absent};
use crate::store::{Organization, Store, Task};
use crate::task_option::TaskOption;

const CREATE: BodyType = BodyType { whole: "taskmodel.TaskCreate", member_of: "TaskCreate" };

const MAX_LIMIT: usize = 500;
const USUAL_LIMIT: usize = 100;

#[derive(Serialize)]
struct TaskView<'a> {
    links: TaskLinks,
    labels: [String; 0],
    id: Id,
    #[serde(rename = "orgID")]
    org_id: Id,
    org: &'a str,
    #[serde(rename = "ownerID")]
    owner: Id,
    name: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'a str,
    status: &'static str,
    flux: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    every: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cron: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    offset: Option<&'a str>,
    #[serde(rename = "latestCompleted")]
    latest_completed: Timestamp,
    #[serde(rename = "createdAt")]
    created: Timestamp,
}

#[derive(Serialize)]
struct TaskLinks {
    labels: String,
    logs: String,
    members: String,
    owners: String,
    runs: String,
    #[serde(rename = "self")]
    this: String,
}

#[derive(Serialize)]
struct ListView<'a> {
    links: ListLinks,
    tasks: Vec<TaskView<'a>>,
}

#[derive(Serialize)]
struct ListLinks {
    #[serde(rename = "self")]
    this: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<String>,
}

pub(crate) fn route(shared: &Shared, call: &Call, segments: &[&str]) -> Answer {
    match (segments, call.method.as_str()) {
        ([], "GET") => list(&shared.store(), call),
        ([], "POST") => create(&mut shared.store(), call),
        ([], _) => Err(ApiError::method_not_allowed("GET, OPTIONS, POST")),
        ([id], "GET") => {
            let store = shared.store();
            let task = store.task(request(Id::parse(id))?);
            let task = task.ok_or_else(|| ApiError::not_found("failed to find task: task not found"))?;
            show(StatusCode::OK, &store, task)
        }
        ([id], "DELETE") => {
            if !shared.store().delete_task(request(Id::parse(id))?) {
                return Err(ApiError::not_found("failed to delete task: task not found"));
            }
            Ok(Reply::empty(StatusCode::NO_CONTENT))
        }
        ([_], "PATCH") => Err(absent("changing a task")),
        ([_], _) => Err(ApiError::method_not_allowed("DELETE, GET, OPTIONS, PATCH")),
        ([_, part @ ("labels" | "logs" | "members" | "owners" | "runs"), ..], _) => Err(absent(part)),
        _ => Err(ApiError::not_found("path not found")),
    }
}

fn list(store: &Store, call: &Call) -> Answer {
    let query = &call.query;
    let after = request(query.get("after").map(Id::parse).transpose())?;
    let org = request(query.get("orgID").map(Id::parse).transpose())?;
    let named = request(query.get("org").map(|name| store.organization_named(name)).transpose());
    let org = named.map_err(|error| error.with_code(Code::Invalid))?.map(|organization| organization.id).or(org);
    let limit = request(limit(query.get("limit")))?;

    let wanted = |task: &&Task| {
        after.is_none_or(|after| task.id > after)
            && org.is_none_or(|org| task.org == org)
            && query.get("name").is_none_or(|name| task.option.name == name)
            && query.get("status").is_none_or(|status| status == status_name(task))
    };
    let found: Vec<&Task> = store.tasks().filter(wanted).take(limit).collect();

    let mut parameters = vec![("limit", limit.to_string())];
    parameters.extend(query.get("org").map(|name| ("org", name.to_owned())));
    parameters.extend(org.map(|id| ("orgID", id.to_string())));
    let link = |parameters| format!("/api/v2/tasks?{}", query_string::write(parameters));
    let next = found.last().filter(|_| found.len() == limit).map(|last| {
        let mut parameters = parameters.clone();
        parameters.push(("after", last.id.to_string()));
        link(parameters)
    });
    let links = ListLinks { next, this: link(parameters) };
    let tasks = found.into_iter().filter_map(|task| view(store, task).ok()).collect();
    Ok(Reply::json(StatusCode::OK, Layout::CompactLine, &ListView { links, tasks }))
}

fn limit(text: Option<&str>) -> Result<usize, ApiError> {
    let Some(text) = text else { return Ok(USUAL_LIMIT) };
    let number = text.parse::<i64>();
    let number = number.map_err(|_| ApiError::invalid(format!("strconv.Atoi: parsing \"{text}\": invalid syntax")))?;
    let limit = usize::try_from(number).ok().filter(|limit| (1..=MAX_LIMIT).contains(limit));
    limit.ok_or_else(|| ApiError::invalid(format!("limit must be between 1 and {MAX_LIMIT}")))
}

fn create(store: &mut Store, call: &Call) -> Answer {
    let body = request(JsonBody::parse(call.body()?, CREATE))?;
    let text = |name| request(body.string(name)).map(Option::unwrap_or_default);
    let (script, org_name) = (text("flux")?, text("org")?);
    let (description, status) = (text("description")?, text("status")?);
    let org_id = request(body.id("orgID"))?;
    if script.is_empty() {
        return request(Err(ApiError::invalid("missing flux")));
    }
    if !matches!(status, "" | "active" | "inactive") {
        return request(Err(ApiError::invalid(format!("invalid task status: \"{status}\""))));
    }
    let org = match org_id {
        Some(id) => store.organization(id),
        None if org_name.is_empty() => Err(ApiError::invalid("an organization id or name must be provided")),
        None => store.organization_named(org_name),
    };
    let org = org.map_err(|error| error.context("could not identify organization"))?.id;
    let option = TaskOption::find(script)?;
    let id = store.create_task(org, option, script, description, status != "inactive").id;
    match store.task(id) {
        Some(task) => show(StatusCode::CREATED, store, task),
        None => Err(ApiError::not_found("task not found")),
    }
}

/// Says of an error that it came from reading the request.
fn request<T>(result: Result<T, ApiError>) -> Result<T, ApiError> {
    result.map_err(|error| error.context("failed to decode request"))
}

fn show(status: StatusCode, store: &Store, task: &Task) -> Answer {
    Ok(Reply::json(status, Layout::CompactLine, &view(store, task)?))
}

fn view<'a>(store: &'a Store, task: &'a Task) -> Result<TaskView<'a>, ApiError> {
    let organization: &Organization = store.organization(task.org)?;
    let id = task.id;
    let part = |part: &str| format!("/api/v2/tasks/{id}/{part}");
    Ok(TaskView {
        links: TaskLinks {
            labels: part("labels"),
            logs: part("logs"),
            members: part("members"),
            owners: part("owners"),
            runs: part("runs"),
            this: format!("/api/v2/tasks/{id}"),
        },
        labels: [],
        id,
        org_id: task.org,
        org: &organization.name,
        owner: store.user().id,
        name: &task.option.name,
        description: &task.description,
        status: status_name(task),
        flux: &task.script,
        every: task.option.every.as_deref(),
        cron: task.option.cron.as_deref(),
        offset: task.option.offset.as_deref(),
        latest_completed: task.created.whole_seconds(),
        created: task.created.whole_seconds(),
    })
}

fn status_name(task: &Task) -> &'static str {
    if task.active { "active" } else { "inactive" }
}
