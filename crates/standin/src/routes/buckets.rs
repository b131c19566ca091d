//! Buckets.

use http::StatusCode;
use serde::Serialize;

use crate::clock::Timestamp;
use crate::error::{ApiError, Code};
use crate::id::Id;
use crate::json_body::{BodyType, JsonBody};
use crate::query_string;
use crate::reply::{Layout, Reply};
use crate::request::Call;
use crate::router::{Answer, Shared, absent, page_not_found, wrong_method};
use crate::routes::{integer, limit, parse_body, unmarshal};
use crate::store::{Bucket, BucketFilter, NewBucket, Page, RetentionRule, Store, Update};

const CREATE: BodyType = BodyType { whole: "tenant.postBucketRequest", member_of: "postBucketRequest" };
const UPDATE: BodyType = BodyType { whole: "tenant.bucketUpdate", member_of: "bucketUpdate" };

#[derive(Serialize)]
struct BucketView<'a> {
    id: Id,
    #[serde(rename = "orgID")]
    org: Id,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'a str,
    name: &'a str,
    #[serde(rename = "rp", skip_serializing_if = "str::is_empty")]
    policy: &'a str,
    #[serde(rename = "retentionRules")]
    rules: Vec<RuleView>,
    #[serde(rename = "createdAt")]
    created: Timestamp,
    #[serde(rename = "updatedAt")]
    updated: Timestamp,
    links: BucketLinks,
    labels: [String; 0],
}

#[derive(Serialize)]
struct RuleView {
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(rename = "everySeconds")]
    every_seconds: i64,
    #[serde(rename = "shardGroupDurationSeconds")]
    shard_group_seconds: i64,
}

#[derive(Serialize)]
struct BucketLinks {
    labels: String,
    members: String,
    org: String,
    owners: String,
    #[serde(rename = "self")]
    this: String,
    write: String,
}

#[derive(Serialize)]
struct ListView<'a> {
    links: PageLinks,
    buckets: Vec<BucketView<'a>>,
}

#[derive(Serialize)]
struct PageLinks {
    #[serde(skip_serializing_if = "Option::is_none")]
    prev: Option<String>,
    #[serde(rename = "self")]
    this: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<String>,
}

pub(crate) fn route(shared: &Shared, call: &Call, segments: &[&str]) -> Answer {
    match (segments, call.method.as_str()) {
        ([], "GET") => list(&shared.store(), call),
        ([], "POST") => create(&mut shared.store(), call),
        ([id], "GET") => show(StatusCode::OK, shared.store().bucket(Id::parse(id)?)?),
        ([id], "PATCH") => update(&mut shared.store(), Id::parse(id)?, call),
        ([id], "DELETE") => {
            shared.store().delete_bucket(Id::parse(id)?)?;
            Ok(Reply::empty(StatusCode::NO_CONTENT))
        }
        ([_, part @ ("labels" | "members" | "owners"), ..], _) => Err(absent(part)),
        ([] | [_], _) => Ok(wrong_method()),
        _ => Ok(page_not_found()),
    }
}

fn list(store: &Store, call: &Call) -> Answer {
    let page = page(call)?;
    let query = &call.query;
    let id = query.get("id").map(Id::parse).transpose()?;
    let org_id = query.get("orgID").map(Id::parse).transpose()?;
    let mut filter = BucketFilter { id, org: org_id, name: query.get("name") };
    if let (None, None, Some(name)) = (id, org_id, query.get("org")) {
        filter.org = Some(store.organization_named(name)?.id);
    }
    let found = store.list_buckets(filter, page)?;

    let size = i64::try_from(page.limit).unwrap_or(i64::MAX);
    let links = PageLinks {
        prev: (page.offset > 0).then(|| link(call, page, (page.offset - size).max(0))),
        this: link(call, page, page.offset),
        next: (found.len() == page.limit).then(|| link(call, page, page.offset.saturating_add(size))),
    };
    let buckets = found.into_iter().map(view).collect();
    Ok(Reply::json(StatusCode::OK, Layout::Indented, &ListView { links, buckets }))
}

fn page(call: &Call) -> Result<Page, ApiError> {
    let query = &call.query;
    let offset = integer(query, "offset")?.unwrap_or(0);
    let after = query.get("after").map(Id::parse).transpose().map_err(|error| error.context("decoding after"))?;
    let limit = limit(query)?;
    let descending = match query.get("descending") {
        None | Some("0" | "f" | "F" | "false" | "False" | "FALSE") => false,
        Some("1" | "t" | "T" | "true" | "True" | "TRUE") => true,
        Some(_) => return Err(ApiError::invalid("descending is invalid")),
    };
    Ok(Page { limit, offset, after, descending })
}

/// Returns the address of the same list from another offset on.
fn link(call: &Call, page: Page, offset: i64) -> String {
    let mut parameters = vec![
        ("descending", page.descending.to_string()),
        ("limit", page.limit.to_string()),
        ("offset", offset.to_string()),
    ];
    parameters.extend(page.after.map(|id| ("after", id.to_string())));
    for (name, shown) in [("id", "id"), ("name", "bucket"), ("org", "org"), ("orgID", "orgID"), ("sortBy", "sortBy")] {
        parameters.extend(call.query.get(name).map(|value| (shown, value.to_owned())));
    }
    format!("/api/v2/buckets?{}", query_string::write(parameters))
}

fn create(store: &mut Store, call: &Call) -> Answer {
    let body = parse_body(call.body()?, CREATE)?;
    // A wrong id is found while the members are read, a wrong type after that.
    let org = unmarshal(body.id("orgID"))?;
    let text = |name| unmarshal(body.string(name)).map(|text| text.unwrap_or_default().to_owned());
    let (name, description, policy) = (text("name")?, text("description")?, text("rp")?);
    let rules = rules(&body, "tenant.retentionRule", "[]tenant.retentionRule")?;
    let org = org.ok_or_else(|| ApiError::invalid("organization id must be provided"))?;
    let rule = single(rules)?.unwrap_or_default();
    show(StatusCode::CREATED, store.create_bucket(NewBucket { org, name, description, policy, rule })?)
}

fn update(store: &mut Store, id: Id, call: &Call) -> Answer {
    let body = parse_body(call.body()?, UPDATE)?;
    let text = |name| unmarshal(body.string(name)).map(|text| text.map(str::to_owned));
    let (name, description) = (text("name")?, text("description")?);
    let rule = single(rules(&body, "tenant.retentionRuleUpdate", "[]tenant.retentionRuleUpdate")?)?;
    show(StatusCode::OK, store.update_bucket(id, Update { name, description, rule })?)
}

fn rules(body: &JsonBody, element: &'static str, array: &'static str) -> Result<Vec<RetentionRule>, ApiError> {
    let rules = unmarshal(body.objects("retentionRules", element, array))?;
    let rules = rules.unwrap_or_default().into_iter().map(|rule| {
        unmarshal(rule.string("type"))?;
        Ok(RetentionRule {
            every_seconds: unmarshal(rule.integer("everySeconds"))?,
            shard_group_seconds: unmarshal(rule.integer("shardGroupDurationSeconds"))?,
        })
    });
    rules.collect()
}

fn single(rules: Vec<RetentionRule>) -> Result<Option<RetentionRule>, ApiError> {
    if rules.len() > 1 {
        let message = "buckets cannot have more than one retention rule at this time";
        return Err(ApiError::new(Code::Unprocessable, message));
    }
    Ok(rules.into_iter().next())
}

fn show(status: StatusCode, bucket: &Bucket) -> Answer {
    Ok(Reply::json(status, Layout::Indented, &view(bucket)))
}

fn view(bucket: &Bucket) -> BucketView<'_> {
    let (id, org) = (bucket.id, bucket.org);
    let part = |part: &str| format!("/api/v2/buckets/{id}/{part}");
    let retention = bucket.retention;
    // Both are 0 only where a request said so.
    let rule = (retention.every_seconds != 0 || retention.shard_group_seconds != 0).then_some(RuleView {
        kind: "expire",
        every_seconds: retention.every_seconds,
        shard_group_seconds: retention.shard_group_seconds,
    });
    BucketView {
        id,
        org,
        kind: if bucket.system { "system" } else { "user" },
        description: &bucket.description,
        name: &bucket.name,
        policy: &bucket.policy,
        rules: rule.into_iter().collect(),
        created: bucket.created,
        updated: bucket.updated,
        links: BucketLinks {
            labels: part("labels"),
            members: part("members"),
            org: format!("/api/v2/orgs/{org}"),
            owners: part("owners"),
            this: format!("/api/v2/buckets/{id}"),
            write: format!("/api/v2/write?org={org}&bucket={id}"),
        },
        labels: [],
    }
}
