//! Writes: the points are checked and counted, and only the types of their fields are kept.

use http::{Method, StatusCode};

use crate::clock::Timestamp;
use crate::error::ApiError;
use crate::id::Id;
use crate::line_protocol::{self, Precision};
use crate::reply::Reply;
use crate::request::Call;
use crate::router::{Answer, Shared};
use crate::store::{Organization, Store};

pub(crate) fn write(shared: &Shared, call: &Call) -> Answer {
    if call.method != Method::POST {
        return Err(ApiError::method_not_allowed("OPTIONS, POST"));
    }
    let precision = match call.query.get("precision") {
        None => Precision::Nanoseconds,
        Some(text) => Precision::parse(text)
            .ok_or_else(|| ApiError::invalid("invalid precision; valid precision units are ns, us, ms, and s"))?,
    };
    let name = call.query.get("bucket").ok_or_else(|| ApiError::not_found("bucket not found"))?;
    let bucket = {
        let store = shared.store();
        let org = organization(&store, call)?.id;
        // A name may look like an id.
        let by_id = Id::parse(name).ok().and_then(|id| store.bucket(id).ok()).filter(|bucket| bucket.org == org);
        match by_id {
            Some(bucket) => bucket.id,
            None => store.bucket_named(org, name)?.id,
        }
    };

    let now = Timestamp::now();
    // Other requests go on while the lines are read.
    let points = line_protocol::parse(&call.decoded_body()?, precision, now).map_err(ApiError::invalid)?;
    shared.store().write(bucket, &points, now)?;
    Ok(Reply::empty(StatusCode::NO_CONTENT))
}

fn organization<'a>(store: &'a Store, call: &Call) -> Result<&'a Organization, ApiError> {
    if let Some(id) = call.query.get("orgID") {
        return store.organization(Id::parse(id)?);
    }
    let name = call.query.get("org").ok_or_else(|| ApiError::invalid("Please provide either orgID or org"))?;
    match Id::parse(name) {
        Ok(id) => store.organization(id),
        Err(_) => store.organization_named(name),
    }
}
