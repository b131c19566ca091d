//! The layer that shows requests instead of sending them.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use fluxlet_runtime::http::{HttpClient, Request, Response};
use fluxlet_runtime::{BoxFuture, Context, Redactor, Result};
use http::{HeaderMap, Method};

use crate::record::RequestRecord;
use crate::redaction;

mod curl;
mod form;

pub use form::Form;

/// The status of made-up answers: all went well, and there is nothing to tell.
const MADE_UP: u16 = 204;

/// Shows each request instead of sending it, and answers with status 204, no headers and no body.
///
/// Nothing can be known of the answers that a server would give, so a script that needs one comes to its end early; what it
/// would send from there on is not shown. With [`DryRun::with_reads`] GET and HEAD are sent, and their answers are real.
/// Clones share their counts.
#[derive(Clone)]
pub struct DryRun(Arc<Inner>);

/// Gets the text of each request.
type Show = Box<dyn FnMut(&str) + Send>;

struct Inner {
    client: Option<Arc<dyn HttpClient>>,
    redactor: Redactor,
    form: Form,
    /// One request is shown after the other.
    show: Mutex<Show>,
    shown: AtomicUsize,
    sent: AtomicUsize,
}

impl DryRun {
    /// Makes a client that sends nothing, and a context with it. `show` gets the text of each request, with its last line
    /// break.
    pub fn around(context: &Context, form: Form, show: impl FnMut(&str) + Send + 'static) -> (Self, Context) {
        Self::new(None, form, Box::new(show), context)
    }

    /// Does what [`DryRun::around`] does, but sends GET and HEAD with the client of `context`.
    ///
    /// # Errors
    /// `failed precondition` if `context` has no client.
    pub fn with_reads(
        context: &Context,
        form: Form,
        show: impl FnMut(&str) + Send + 'static,
    ) -> Result<(Self, Context)> {
        let client = redaction::client(context)?;
        Ok(Self::new(Some(client), form, Box::new(show), context))
    }

    /// Returns how many requests were shown.
    pub fn shown(&self) -> usize {
        self.0.shown.load(Ordering::Relaxed)
    }

    /// Returns how many of them were sent.
    pub fn sent(&self) -> usize {
        self.0.sent.load(Ordering::Relaxed)
    }

    fn new(client: Option<Arc<dyn HttpClient>>, form: Form, show: Show, context: &Context) -> (Self, Context) {
        let (redactor, context) = redaction::prepare(context);
        let counts = (AtomicUsize::new(0), AtomicUsize::new(0));
        let inner = Inner { client, redactor, form, show: Mutex::new(show), shown: counts.0, sent: counts.1 };
        let dry_run = Self(Arc::new(inner));
        (dry_run.clone(), context.with_http(dry_run))
    }
}

impl HttpClient for DryRun {
    fn send(&self, request: Request) -> BoxFuture<'_, Result<Response>> {
        let Inner { client, redactor, form, show, shown, sent } = &*self.0;
        let client = client.as_ref().filter(|_| request.method == Method::GET || request.method == Method::HEAD);
        redaction::learn(&request, redactor);
        let text = form.text(&RequestRecord::of(&request, redactor), client.is_some());
        show.lock().unwrap_or_else(PoisonError::into_inner)(&text);
        shown.fetch_add(1, Ordering::Relaxed);
        match client {
            Some(client) => {
                sent.fetch_add(1, Ordering::Relaxed);
                client.send(request)
            }
            None => {
                let answer = Response { status: MADE_UP, headers: HeaderMap::new(), body: Default::default() };
                Box::pin(std::future::ready(Ok(answer)))
            }
        }
    }
}
