//! Response to record.

use fluxlet_runtime::http::{Response, headers};
use fluxlet_runtime::{Dict, Record, Value};

/// Returns the record `{statusCode, headers, body}`; the body is moved, not copied.
pub(crate) fn record(response: Response) -> Record {
    Record::from([
        ("statusCode", Value::Int(response.status.into())),
        ("headers", Dict::of_strings(headers::shown(&response.headers)).into()),
        ("body", response.body.into()),
    ])
}
