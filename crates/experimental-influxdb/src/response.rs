//! Response to record.

use std::sync::LazyLock;

use fluxlet_runtime::http::{Response, headers};
use fluxlet_runtime::{Dict, Labels, Record, Value};

/// The labels of all records that calls return.
static LABELS: LazyLock<Labels> =
    LazyLock::new(|| ["statusCode", "headers", "body"].into_iter().map(Into::into).collect());

/// Returns the record `{statusCode, headers, body}`; the body is moved, not copied.
pub(crate) fn record(response: Response) -> Record {
    let headers = Dict::of_strings(headers::shown(&response.headers));
    Record::new(LABELS.clone(), vec![Value::Int(response.status.into()), headers.into(), response.body.into()])
}
