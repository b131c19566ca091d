//! What a failed exchange was about: the request before the message, without anything that could be secret.

use fluxlet_runtime::Error;
use fluxlet_runtime::http::Request;

/// Longest path in a message, in bytes; the target is ASCII.
const LONGEST_PATH: usize = 160;

/// Method, origin and path of a request, for its errors.
pub(crate) struct Subject {
    /// `GET http://localhost:8086/`: what a message that names the request contains.
    known_by: String,
    shown: String,
}

impl Subject {
    /// Keeps what may be told about `request`.
    pub(crate) fn of(request: &Request) -> Self {
        let server = format!("{} {}", request.method, request.origin);
        let path = request.target.split('?').next().unwrap_or_default();
        let shown = match path.get(..LONGEST_PATH) {
            Some(start) if path.len() > LONGEST_PATH => format!("{server}{start}…"),
            _ => format!("{server}{path}"),
        };
        Self { known_by: format!("{server}/"), shown }
    }

    /// Puts the request before the message, if the message does not name it already.
    pub(crate) fn name(&self, error: Error) -> Error {
        if error.message().contains(&self.known_by) {
            return error;
        }
        error.prefixed(format_args!("`{}` failed: ", self.shown))
    }
}
