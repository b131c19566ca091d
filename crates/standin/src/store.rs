//! What the server holds: organizations, buckets and tasks.

mod bucket;

use std::collections::BTreeMap;

use crate::clock::Timestamp;
use crate::error::{ApiError, Code};
use crate::id::{Id, IdSource};
use crate::line_protocol::Point;
use crate::task_option::TaskOption;

pub(crate) use self::bucket::{Bucket, BucketFilter, NewBucket, Page, RetentionRule, Update};

/// An organization.
#[derive(Clone, Debug)]
pub(crate) struct Organization {
    pub(crate) id: Id,
    pub(crate) name: String,
    pub(crate) description: String,
    pub(crate) created: Timestamp,
    pub(crate) updated: Timestamp,
}

/// The only user.
#[derive(Clone, Debug)]
pub(crate) struct User {
    pub(crate) id: Id,
    pub(crate) name: String,
}

/// What the token may do: everything.
#[derive(Clone, Debug)]
pub(crate) struct Authorization {
    pub(crate) id: Id,
    pub(crate) created: Timestamp,
}

/// A task, which never runs.
#[derive(Clone, Debug)]
pub(crate) struct Task {
    pub(crate) id: Id,
    pub(crate) org: Id,
    pub(crate) description: String,
    pub(crate) active: bool,
    pub(crate) script: String,
    pub(crate) option: TaskOption,
    pub(crate) created: Timestamp,
}

/// All that the server holds.
#[derive(Debug)]
pub(crate) struct Store {
    ids: IdSource,
    user: User,
    first_org: Id,
    authorization: Authorization,
    organizations: BTreeMap<Id, Organization>,
    buckets: BTreeMap<Id, Bucket>,
    tasks: BTreeMap<Id, Task>,
    points_written: u64,
}

impl Store {
    /// Makes a store with one user, one organization and one bucket beside the server's own.
    pub(crate) fn new(org: &str, user: &str, bucket: &str, mut ids: IdSource) -> Result<Store, ApiError> {
        let user = User { id: ids.next(), name: user.to_owned() };
        let placeholder = Authorization { id: user.id, created: Timestamp::now() };
        let mut store = Store {
            ids,
            first_org: user.id,
            user,
            authorization: placeholder,
            organizations: BTreeMap::new(),
            buckets: BTreeMap::new(),
            tasks: BTreeMap::new(),
            points_written: 0,
        };
        let org = store.create_organization(org, "")?.id;
        store.first_org = org;
        store.create_bucket(NewBucket { org, name: bucket.to_owned(), ..NewBucket::default_of(org) })?;
        store.authorization = Authorization { id: store.ids.next(), created: Timestamp::now() };
        Ok(store)
    }

    pub(crate) fn user(&self) -> &User {
        &self.user
    }

    pub(crate) fn first_org(&self) -> Id {
        self.first_org
    }

    pub(crate) fn authorization(&self) -> &Authorization {
        &self.authorization
    }

    pub(crate) fn points_written(&self) -> u64 {
        self.points_written
    }

    /// Returns the organizations in the order of their ids.
    pub(crate) fn organizations(&self) -> impl Iterator<Item = &Organization> {
        self.organizations.values()
    }

    pub(crate) fn organization(&self, id: Id) -> Result<&Organization, ApiError> {
        self.organizations.get(&id).ok_or_else(organization_not_found)
    }

    pub(crate) fn organization_named(&self, name: &str) -> Result<&Organization, ApiError> {
        let found = self.organizations.values().find(|organization| organization.name == name);
        found.ok_or_else(|| ApiError::not_found(format!("organization name {name:?} not found")))
    }

    /// Creates an organization and the server's own buckets in it.
    pub(crate) fn create_organization(&mut self, name: &str, description: &str) -> Result<&Organization, ApiError> {
        self.check_organization_name(name, None)?;
        let (id, now) = (self.ids.next(), Timestamp::now());
        let (name, description) = (name.to_owned(), description.to_owned());
        self.organizations.insert(id, Organization { id, name, description, created: now, updated: now });
        for (name, description, seconds) in bucket::SYSTEM_BUCKETS {
            self.insert_system_bucket(id, name, description, seconds);
        }
        self.organization(id)
    }

    pub(crate) fn update_organization(
        &mut self,
        id: Id,
        name: Option<&str>,
        description: Option<&str>,
    ) -> Result<&Organization, ApiError> {
        self.organization(id)?;
        if let Some(name) = name {
            self.check_organization_name(name, Some(id))?;
        }
        let organization = self.organizations.get_mut(&id).ok_or_else(organization_not_found)?;
        if let Some(name) = name {
            name.clone_into(&mut organization.name);
        }
        if let Some(description) = description {
            description.clone_into(&mut organization.description);
        }
        organization.updated = Timestamp::now();
        Ok(organization)
    }

    /// Deletes an organization with its buckets and tasks.
    pub(crate) fn delete_organization(&mut self, id: Id) -> Result<(), ApiError> {
        self.organizations.remove(&id).ok_or_else(organization_not_found)?;
        self.buckets.retain(|_, bucket| bucket.org != id);
        self.tasks.retain(|_, task| task.org != id);
        Ok(())
    }

    /// Writes points to a bucket.
    pub(crate) fn write(&mut self, bucket: Id, points: &[Point], now: Timestamp) -> Result<(), ApiError> {
        let bucket = self.buckets.get_mut(&bucket).ok_or_else(bucket::not_found)?;
        let outcome = bucket.fields.write(points, bucket.id, bucket.retention.every_seconds, now);
        self.points_written = self.points_written.saturating_add(outcome.written);
        outcome.result
    }

    /// Returns the tasks in the order of their ids.
    pub(crate) fn tasks(&self) -> impl Iterator<Item = &Task> {
        self.tasks.values()
    }

    pub(crate) fn task(&self, id: Id) -> Option<&Task> {
        self.tasks.get(&id)
    }

    pub(crate) fn create_task(
        &mut self,
        org: Id,
        option: TaskOption,
        script: &str,
        description: &str,
        active: bool,
    ) -> &Task {
        let (id, created) = (self.ids.next(), Timestamp::now());
        let (script, description) = (script.to_owned(), description.to_owned());
        self.tasks.entry(id).or_insert(Task { id, org, description, active, script, option, created })
    }

    pub(crate) fn delete_task(&mut self, id: Id) -> bool {
        self.tasks.remove(&id).is_some()
    }

    fn check_organization_name(&self, name: &str, own: Option<Id>) -> Result<(), ApiError> {
        if name.trim().is_empty() {
            return Err(ApiError::invalid("org name is empty"));
        }
        match self.organization_named(name) {
            Ok(other) if Some(other.id) != own => {
                let message = format!("organization with name {name} already exists");
                Err(ApiError::new(Code::Conflict, message))
            }
            _ => Ok(()),
        }
    }
}

fn organization_not_found() -> ApiError {
    ApiError::not_found("organization not found")
}
