//! Tests of the rules of buckets and of the pages in which they are listed.

use super::{BucketFilter, NewBucket, Page, RetentionRule, Update};
use crate::error::ApiError;
use crate::id::{Id, IdSource};
use crate::store::Store;

const ALL: Page = Page { limit: 100, offset: 0, after: None, descending: false };

/// A store with the buckets `first`, `alpha`, `beta` and `gamma` in one organization and none of its own in another.
///
/// By id they are: alpha 11, first 59, _monitoring 60, gamma 95, _tasks a8, other _monitoring b2, other _tasks c3,
/// beta c4.
fn store() -> Store {
    let ids = vec![0x01, 0x1b, 0xa8, 0x60, 0x59, 0x02, 0x11, 0xc4, 0x95, 0x0f, 0xc3, 0xb2];
    let mut store = Store::new("my-org", "me", "first", IdSource::new(ids, 7)).expect("a store");
    let org = store.first_org();
    for name in ["alpha", "beta", "gamma"] {
        store.create_bucket(NewBucket { name: name.to_owned(), ..NewBucket::default_of(org) }).expect("a bucket");
    }
    store.create_organization("o2", "").expect("an organization");
    store
}

fn id(number: u64) -> Id {
    Id::parse(&format!("{number:016x}")).expect("an id")
}

#[track_caller]
fn lists(filter: BucketFilter<'_>, page: Page, expected: &[&str]) {
    let store = store();
    let found = store.list_buckets(filter, page).expect("a list");
    let names: Vec<&str> = found.iter().map(|bucket| bucket.name.as_str()).collect();
    assert_eq!(names, expected, "{filter:?} {page:?}");
}

#[track_caller]
fn fails(filter: BucketFilter<'_>, page: Page, expected: &str) {
    let error = store().list_buckets(filter, page).expect_err("an error");
    assert_eq!(error.into_message(), expected, "{filter:?} {page:?}");
}

#[test]
fn by_id() {
    let any = BucketFilter::default();
    lists(any, ALL, &["alpha", "first", "_monitoring", "gamma", "_tasks", "_monitoring", "_tasks", "beta"]);
    lists(any, Page { limit: 2, ..ALL }, &["alpha", "first"]);
    lists(any, Page { limit: 2, offset: 1, ..ALL }, &["first", "_monitoring"]);
    lists(any, Page { limit: 2, offset: -3, ..ALL }, &["alpha", "first"]);
    lists(any, Page { offset: 100, ..ALL }, &[]);
    lists(any, Page { limit: 2, descending: true, ..ALL }, &["beta", "_tasks"]);
    lists(any, Page { limit: 2, after: Some(id(0x59)), ..ALL }, &["_monitoring", "gamma"]);
    lists(any, Page { limit: 2, after: Some(id(0x59)), offset: 1, ..ALL }, &["gamma", "_tasks"]);
    lists(any, Page { limit: 2, after: Some(id(0x01)), ..ALL }, &["alpha", "first"]);
    lists(any, Page { after: Some(id(0x59)), descending: true, ..ALL }, &["_monitoring", "first", "alpha"]);
    lists(any, Page { after: Some(id(0x01)), descending: true, ..ALL }, &["alpha"]);
    lists(any, Page { after: Some(id(u64::MAX - 1)), descending: true, limit: 2, ..ALL }, &["beta", "_tasks"]);
    fails(any, Page { after: Some(id(u64::MAX)), ..ALL }, "invalid ID");
}

#[test]
fn by_name() {
    let named = |name| BucketFilter { name: Some(name), ..BucketFilter::default() };
    lists(named("beta"), ALL, &["beta"]);
    lists(named("nope"), ALL, &[]);
    lists(named("_tasks"), ALL, &["_tasks", "_tasks"]);
    lists(named("_tasks"), Page { limit: 1, ..ALL }, &["_tasks"]);
    // The offset counts the buckets with other names, too.
    lists(named("_tasks"), Page { offset: 5, ..ALL }, &["_tasks"]);
    lists(named("beta"), Page { offset: 7, ..ALL }, &["beta"]);
    lists(named("beta"), Page { offset: 8, ..ALL }, &[]);
}

#[test]
fn in_an_organization() {
    let of = |number| BucketFilter { org: Some(id(number)), ..BucketFilter::default() };
    lists(of(0x1b), ALL, &["_monitoring", "_tasks", "alpha", "beta", "first", "gamma"]);
    lists(of(0x1b), Page { limit: 2, offset: 3, ..ALL }, &["beta", "first"]);
    lists(of(0x1b), Page { limit: 2, descending: true, ..ALL }, &["gamma", "first"]);
    lists(of(0x1b), Page { limit: 2, after: Some(id(0x59)), ..ALL }, &["gamma"]);
    lists(of(0x1b), Page { after: Some(id(0x77)), ..ALL }, &[]);
    lists(of(0x1b), Page { after: Some(id(0x11)), offset: 1, limit: 2, ..ALL }, &["beta", "first"]);
    lists(of(0x1b), Page { after: Some(id(0x11)), offset: 5, limit: 2, ..ALL }, &["gamma"]);
    lists(of(0x0f), ALL, &["_monitoring", "_tasks"]);
    lists(of(0x77), ALL, &[]);
    let named = |name| BucketFilter { name: Some(name), ..of(0x1b) };
    lists(named("_tasks"), Page { offset: 5, ..ALL }, &["_tasks"]);
    fails(named("nope"), ALL, "bucket \"nope\" not found");
    lists(BucketFilter { id: Some(id(0x59)), ..named("alpha") }, ALL, &["first"]);
    fails(BucketFilter { id: Some(id(0x77)), ..of(0x1b) }, ALL, "bucket not found");
}

/// Creates a bucket and checks how long it keeps its points and the length of a group.
#[track_caller]
fn creates(every_seconds: i64, shard_group_seconds: Option<i64>, expected: Result<(i64, i64), &str>) {
    let mut store = store();
    let rule = RetentionRule { every_seconds: Some(every_seconds), shard_group_seconds };
    let new = NewBucket { name: "new".to_owned(), rule, ..NewBucket::default_of(store.first_org()) };
    let created = store.create_bucket(new).map(|bucket| bucket.retention);
    let found = created.map(|retention| (retention.every_seconds, retention.shard_group_seconds));
    assert_eq!(found.map_err(ApiError::into_message), expected.map_err(str::to_owned), "{rule:?}");
}

#[test]
fn retention_of_new_buckets() {
    creates(0, None, Ok((0, 604_800)));
    creates(3600, None, Ok((3600, 3600)));
    creates(172_799, None, Ok((172_799, 3600)));
    creates(172_800, None, Ok((172_800, 86_400)));
    creates(15_551_999, None, Ok((15_551_999, 86_400)));
    creates(15_552_000, Some(0), Ok((15_552_000, 604_800)));
    creates(7200, Some(60), Ok((7200, 3600)));
    creates(7200, Some(3601), Ok((7200, 3601)));
    creates(0, Some(7200), Ok((0, 7200)));
    creates(99_999_999_999, None, Ok((7_766_279_630, 604_800)));
    creates(3599, None, Err("retention policy duration must be at least 1h0m0s"));
    creates(1, Some(7200), Err("retention policy duration must be at least 1h0m0s"));
    creates(7200, Some(7201), Err("retention policy duration must be greater than the shard duration"));
    creates(-1, Some(-1), Err("expiration seconds cannot be negative"));
    creates(7200, Some(-5), Err("shard-group duration seconds cannot be negative"));
}

/// Changes a bucket that keeps its points for ever in groups of seven days.
#[track_caller]
fn updates(bucket: u64, update: Update, expected: Result<(&str, i64, i64), &str>) {
    let shown = format!("{update:?}");
    let mut store = store();
    let found = store
        .update_bucket(id(bucket), update)
        .map(|bucket| (bucket.name.clone(), bucket.retention.every_seconds, bucket.retention.shard_group_seconds));
    let expected = expected.map(|(name, every, group)| (name.to_owned(), every, group)).map_err(str::to_owned);
    assert_eq!(found.map_err(ApiError::into_message), expected, "{shown}");
}

#[test]
fn changes() {
    let name = |name: &str| Update { name: Some(name.to_owned()), ..Update::default() };
    let rule = |every_seconds: i64, shard_group_seconds| Update {
        rule: Some(RetentionRule { every_seconds: Some(every_seconds), shard_group_seconds }),
        ..Update::default()
    };
    updates(0x59, Update::default(), Ok(("first", 0, 604_800)));
    updates(0x59, name("first"), Ok(("first", 0, 604_800)));
    updates(0x59, name("other"), Ok(("other", 0, 604_800)));
    updates(0x59, name("alpha"), Err("bucket name is not unique"));
    updates(0x59, name("_x"), Err("bucket name _x is invalid. Buckets may not start with underscore"));
    updates(0x59, name("a\"b"), Err("bucket name a\"b is invalid. Bucket names may not include quotation marks"));
    updates(0xa8, name("x"), Err("system buckets cannot be renamed"));
    updates(0xa8, name("_tasks"), Ok(("_tasks", 259_200, 86_400)));
    updates(0x77, name("_x"), Err("bucket not found"));
    updates(0x59, rule(3600, Some(3600)), Ok(("first", 3600, 3600)));
    updates(0x59, rule(0, Some(7200)), Ok(("first", 0, 7200)));
    updates(0x59, rule(1_209_600, None), Ok(("first", 1_209_600, 604_800)));
    updates(0x59, rule(1_209_600, Some(1)), Ok(("first", 1_209_600, 1)));
    updates(0x59, Update { rule: Some(RetentionRule::default()), ..Update::default() }, Ok(("first", 0, 604_800)));
    // What a rule does not say stays as it is.
    updates(
        0xa8,
        Update { rule: Some(RetentionRule::default()), ..Update::default() },
        Ok(("_tasks", 259_200, 86_400)),
    );
    updates(0x59, rule(7200, Some(0)), Ok(("first", 7200, 0)));
    updates(0x59, rule(1, None), Err("retention policy duration must be at least 1h0m0s"));
    let message = "shard-group duration must also be updated to be smaller than new retention duration";
    updates(0x59, rule(86_400, None), Err(message));
    updates(0x77, rule(-1, None), Err("expiration seconds cannot be negative"));
}

#[test]
fn deletes() {
    let mut store = store();
    assert_eq!(store.delete_bucket(id(0x59)).map_err(ApiError::into_message), Ok(()));
    assert_eq!(store.delete_bucket(id(0x59)).map_err(ApiError::into_message), Err("bucket not found".to_owned()));
    let message = "system buckets cannot be deleted".to_owned();
    assert_eq!(store.delete_bucket(id(0xa8)).map_err(ApiError::into_message), Err(message));
    assert_eq!(store.delete_organization(id(0x0f)).map_err(ApiError::into_message), Ok(()));
    assert_eq!(store.list_buckets(BucketFilter::default(), ALL).expect("a list").len(), 5);
}
