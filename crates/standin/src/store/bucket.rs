//! Buckets: their rules, their names, and the pages in which they are listed.

use crate::clock::{SECOND, Timestamp};
use crate::error::{ApiError, Code};
use crate::id::Id;
use crate::store::Store;
use crate::write_check::FieldTypes;

const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;

/// The server's own buckets: name, description and how many seconds they keep their points.
pub(super) const SYSTEM_BUCKETS: [(&str, &str, i64); 2] =
    [("_tasks", "System bucket for task logs", 3 * DAY), ("_monitoring", "System bucket for monitoring logs", 7 * DAY)];

/// A bucket, without its points.
#[derive(Clone, Debug)]
pub(crate) struct Bucket {
    pub(crate) id: Id,
    pub(crate) org: Id,
    pub(crate) system: bool,
    pub(crate) name: String,
    pub(crate) description: String,
    pub(crate) policy: String,
    pub(crate) retention: Retention,
    pub(crate) created: Timestamp,
    pub(crate) updated: Timestamp,
    pub(super) fields: FieldTypes,
}

/// How long points are kept (0: for ever), and the length of a group of them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Retention {
    pub(crate) every_seconds: i64,
    pub(crate) shard_group_seconds: i64,
}

/// A retention rule as a request gives it.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct RetentionRule {
    pub(crate) every_seconds: Option<i64>,
    pub(crate) shard_group_seconds: Option<i64>,
}

/// What a bucket is created from.
#[derive(Clone, Debug)]
pub(crate) struct NewBucket {
    pub(crate) org: Id,
    pub(crate) name: String,
    pub(crate) description: String,
    pub(crate) policy: String,
    pub(crate) rule: RetentionRule,
}

/// What is changed in a bucket.
#[derive(Clone, Debug, Default)]
pub(crate) struct Update {
    pub(crate) name: Option<String>,
    pub(crate) description: Option<String>,
    pub(crate) rule: Option<RetentionRule>,
}

/// Which buckets are listed.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct BucketFilter<'a> {
    pub(crate) id: Option<Id>,
    pub(crate) org: Option<Id>,
    pub(crate) name: Option<&'a str>,
}

/// Which part of a list is wanted.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Page {
    /// From 1 to 100.
    pub(crate) limit: usize,
    /// Negative ones are the same as 0.
    pub(crate) offset: i64,
    pub(crate) after: Option<Id>,
    pub(crate) descending: bool,
}

impl NewBucket {
    /// A bucket without a name that keeps its points for ever.
    pub(crate) fn default_of(org: Id) -> NewBucket {
        let rule = RetentionRule::default();
        NewBucket { org, name: String::new(), description: String::new(), policy: String::new(), rule }
    }
}

impl RetentionRule {
    /// Checks what can be said without knowing the bucket.
    pub(crate) fn check(self) -> Result<RetentionRule, ApiError> {
        if self.every_seconds.is_some_and(|seconds| seconds < 0) {
            return Err(ApiError::new(Code::Unprocessable, "expiration seconds cannot be negative"));
        }
        if self.shard_group_seconds.is_some_and(|seconds| seconds < 0) {
            return Err(ApiError::new(Code::Unprocessable, "shard-group duration seconds cannot be negative"));
        }
        // The real server counts in nanoseconds of 64 bits, which wrap around.
        let wrapped = |seconds: i64| seconds.wrapping_mul(SECOND) / SECOND;
        Ok(RetentionRule {
            every_seconds: self.every_seconds.map(wrapped),
            shard_group_seconds: self.shard_group_seconds.map(wrapped),
        })
    }
}

impl Retention {
    fn of_new(rule: RetentionRule) -> Result<Retention, ApiError> {
        let every_seconds = check_shortest(rule.every_seconds.unwrap_or(0))?;
        let shard_group_seconds = match rule.shard_group_seconds {
            None | Some(0) => usual_shard_group(every_seconds),
            Some(seconds) => seconds.max(HOUR),
        };
        if every_seconds > 0 && shard_group_seconds > every_seconds {
            let message = "retention policy duration must be greater than the shard duration";
            return Err(ApiError::new(Code::Internal, message));
        }
        Ok(Retention { every_seconds, shard_group_seconds })
    }

    /// Changes what the rule says; a group of 0 seconds then stands for the usual one.
    fn changed(self, rule: RetentionRule) -> Result<Retention, ApiError> {
        let every_seconds = check_shortest(rule.every_seconds.unwrap_or(self.every_seconds))?;
        let shard_group_seconds = rule.shard_group_seconds.unwrap_or(self.shard_group_seconds);
        let meant = match (rule.shard_group_seconds, shard_group_seconds) {
            (Some(_), 0) => usual_shard_group(every_seconds),
            (None, 0) => usual_shard_group(self.every_seconds),
            (_, seconds) => seconds,
        };
        if every_seconds > 0 && meant > every_seconds {
            let message = "shard-group duration must also be updated to be smaller than new retention duration";
            return Err(ApiError::new(Code::Unprocessable, message));
        }
        Ok(Retention { every_seconds, shard_group_seconds })
    }
}

impl Store {
    pub(crate) fn bucket(&self, id: Id) -> Result<&Bucket, ApiError> {
        self.buckets.get(&id).ok_or_else(not_found)
    }

    pub(crate) fn bucket_named(&self, org: Id, name: &str) -> Result<&Bucket, ApiError> {
        let found = self.buckets.values().find(|bucket| bucket.org == org && bucket.name == name);
        found.ok_or_else(|| ApiError::not_found(format!("bucket {name:?} not found")))
    }

    /// Lists buckets: those of an organization by name, others by id.
    pub(crate) fn list_buckets(&self, filter: BucketFilter<'_>, page: Page) -> Result<Vec<&Bucket>, ApiError> {
        if let Some(id) = filter.id {
            return Ok(vec![self.bucket(id)?]);
        }
        let offset = usize::try_from(page.offset).unwrap_or(0);
        let Some(org) = filter.org else {
            let all = self.buckets_by_id(page)?;
            let wanted = |bucket: &&Bucket| filter.name.is_none_or(|name| bucket.name == name);
            return Ok(all.into_iter().skip(offset).filter(wanted).take(page.limit).collect());
        };
        if let Some(name) = filter.name {
            return Ok(vec![self.bucket_named(org, name)?]);
        }
        let mut all: Vec<&Bucket> = self.buckets.values().filter(|bucket| bucket.org == org).collect();
        all.sort_by(|one, other| one.name.cmp(&other.name));
        if page.descending {
            all.reverse();
        }
        let start = page.after.map_or(Some(0), |id| all.iter().position(|bucket| bucket.id == id).map(|at| at + 1));
        // Here the offset counts from the first bucket, not from the one that `after` names.
        let start = start.unwrap_or(all.len()).max(offset);
        Ok(all.into_iter().skip(start).take(page.limit).collect())
    }

    pub(crate) fn create_bucket(&mut self, new: NewBucket) -> Result<&Bucket, ApiError> {
        let rule = new.rule.check()?;
        check_name(&new.name)?;
        self.organization(new.org)?;
        if self.bucket_named(new.org, &new.name).is_ok() {
            let message = format!("bucket with name {} already exists", new.name);
            return Err(ApiError::new(Code::Conflict, message));
        }
        let retention = Retention::of_new(rule)?;
        let (id, now) = (self.ids.next(), Timestamp::now());
        let bucket = Bucket {
            id,
            org: new.org,
            system: false,
            name: new.name,
            description: new.description,
            policy: new.policy,
            retention,
            created: now,
            updated: now,
            fields: FieldTypes::default(),
        };
        Ok(self.buckets.entry(id).or_insert(bucket))
    }

    pub(crate) fn update_bucket(&mut self, id: Id, update: Update) -> Result<&Bucket, ApiError> {
        let rule = update.rule.map(RetentionRule::check).transpose()?;
        let bucket = self.bucket(id)?;
        let retention = rule.map_or(Ok(bucket.retention), |rule| bucket.retention.changed(rule))?;
        if let Some(name) = update.name.as_ref().filter(|name| **name != bucket.name) {
            if bucket.system {
                return Err(ApiError::invalid("system buckets cannot be renamed"));
            }
            check_name(name)?;
            if self.bucket_named(bucket.org, name).is_ok() {
                return Err(ApiError::new(Code::Conflict, "bucket name is not unique"));
            }
        }
        let bucket = self.buckets.get_mut(&id).ok_or_else(not_found)?;
        bucket.retention = retention;
        if let Some(name) = update.name {
            bucket.name = name;
        }
        if let Some(description) = update.description {
            bucket.description = description;
        }
        bucket.updated = Timestamp::now();
        Ok(bucket)
    }

    pub(crate) fn delete_bucket(&mut self, id: Id) -> Result<(), ApiError> {
        if self.bucket(id)?.system {
            return Err(ApiError::invalid("system buckets cannot be deleted"));
        }
        self.buckets.remove(&id);
        Ok(())
    }

    pub(super) fn insert_system_bucket(&mut self, org: Id, name: &str, description: &str, every_seconds: i64) {
        let (id, now) = (self.ids.next(), Timestamp::now());
        let bucket = Bucket {
            id,
            org,
            system: true,
            name: name.to_owned(),
            description: description.to_owned(),
            policy: String::new(),
            retention: Retention { every_seconds, shard_group_seconds: DAY },
            created: now,
            updated: now,
            fields: FieldTypes::default(),
        };
        self.buckets.insert(id, bucket);
    }

    /// Lists all buckets by id, from `page.after` on.
    fn buckets_by_id(&self, page: Page) -> Result<Vec<&Bucket>, ApiError> {
        let Some(after) = page.after else {
            let all = self.buckets.values();
            return Ok(if page.descending { all.rev().collect() } else { all.collect() });
        };
        let start = after.next().ok_or_else(|| ApiError::invalid("invalid ID"))?;
        if !page.descending {
            return Ok(self.buckets.range(start..).map(|(_, bucket)| bucket).collect());
        }
        // The real server looks for the next id upwards before it goes down from there.
        match self.buckets.range(start..).next() {
            Some((first, _)) => Ok(self.buckets.range(..=*first).rev().map(|(_, bucket)| bucket).collect()),
            None => Ok(self.buckets.values().rev().collect()),
        }
    }
}

pub(super) fn not_found() -> ApiError {
    ApiError::not_found("bucket not found")
}

fn check_name(name: &str) -> Result<(), ApiError> {
    let problem = if name.starts_with('_') {
        "Buckets may not start with underscore"
    } else if name.contains('"') {
        "Bucket names may not include quotation marks"
    } else {
        return Ok(());
    };
    Err(ApiError::invalid(format!("bucket name {name} is invalid. {problem}")))
}

/// Returns the length of a group where nothing else is said.
fn usual_shard_group(every_seconds: i64) -> i64 {
    match every_seconds {
        1..172_800 => HOUR,
        172_800..15_552_000 => DAY,
        _ => 7 * DAY,
    }
}

fn check_shortest(every_seconds: i64) -> Result<i64, ApiError> {
    if every_seconds != 0 && every_seconds < HOUR {
        return Err(ApiError::new(Code::Internal, "retention policy duration must be at least 1h0m0s"));
    }
    Ok(every_seconds)
}

#[cfg(test)]
mod tests;
