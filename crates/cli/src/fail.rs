//! `--fail`: what servers have answered with a status of 400 or above.

use std::sync::{Arc, OnceLock};

use fluxlet::runtime::BoxFuture;
use fluxlet::runtime::http::words::Subject;
use fluxlet::runtime::http::{HttpClient, Request, Response};
use fluxlet::{Context, Error};

/// The lowest status that says that a request was not fulfilled.
const LOWEST: u16 = 400;

/// Knows the first call of a run that was answered with such a status. Clones share it.
#[derive(Clone, Default)]
pub(crate) struct Refusals(Arc<OnceLock<String>>);

/// Hears what is answered.
struct Listening {
    client: Arc<dyn HttpClient>,
    refusals: Refusals,
}

impl Refusals {
    /// Listens to what the client of `context` is answered, and returns the context for that.
    pub(crate) fn around(context: &Context) -> (Self, Context) {
        let refusals = Self::default();
        let context = match context.http() {
            Some(client) => {
                context.clone().with_http(Listening { client: Arc::clone(client), refusals: refusals.clone() })
            }
            None => context.clone(),
        };
        (refusals, context)
    }

    /// Returns what is to be told of the first, if there was one.
    pub(crate) fn first(&self) -> Option<&str> {
        self.0.get().map(String::as_str)
    }
}

impl HttpClient for Listening {
    fn send(&self, request: Request) -> BoxFuture<'_, Result<Response, Error>> {
        Box::pin(async move {
            let subject = Subject::of(&request);
            let response = self.client.send(request).await?;
            if response.status >= LOWEST {
                self.refusals.0.get_or_init(|| format!("`{subject}` was answered with status {}", response.status));
            }
            Ok(response)
        })
    }
}
