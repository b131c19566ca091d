//! The layer that answers from a cassette.

use std::sync::{Arc, Mutex, PoisonError};

use fluxlet_runtime::http::{HttpClient, Request, Response};
use fluxlet_runtime::{BoxFuture, Code, Context, Error, Redactor, Result};
use http::HeaderName;

use crate::record::{Exchange, RequestRecord};
use crate::{Cassette, redaction};
use difference::Difference;

mod difference;

/// Answers requests from a cassette; nothing goes to a network.
///
/// A request is answered by the first exchange with the same method, origin, path, query (in any order), body (the same
/// bytes, or the same JSON) and matched headers; each exchange answers once. Requests are compared without their secrets, as
/// they are recorded. Clones share what they have answered.
#[derive(Clone)]
pub struct Replayer(Arc<Shared>);

struct Shared {
    matched_headers: Vec<HeaderName>,
    /// With their numbers in the cassette, from 1.
    exchanges: Vec<(usize, Exchange)>,
    redactor: Redactor,
    is_of_testcase: bool,
    /// For each exchange, whether it has answered.
    used: Mutex<Vec<bool>>,
}

impl Replayer {
    /// Makes a client that answers from all exchanges of `cassette`, and the context that it answers in: `context`, but with
    /// the time and the InfluxDB of the cassette. A stand-in is its token.
    ///
    /// # Errors
    /// None in practice: the stand-in is a token.
    pub fn around(context: &Context, cassette: &Cassette) -> Result<(Self, Context)> {
        Self::of(context, cassette, None)
    }

    /// Does what [`Replayer::around`] does, with the exchanges of a test case, and those of none.
    ///
    /// # Errors
    /// Those of [`Replayer::around`].
    pub fn of_testcase(context: &Context, cassette: &Cassette, testcase: &str) -> Result<(Self, Context)> {
        Self::of(context, cassette, Some(testcase))
    }

    /// Returns the exchanges that have not answered: their numbers in the cassette, methods and paths.
    /// For a test case, only its own count.
    pub fn unused(&self) -> Vec<String> {
        let used = self.0.used.lock().unwrap_or_else(PoisonError::into_inner);
        let exchanges = self.0.exchanges.iter().zip(used.iter());
        let is_own = |exchange: &Exchange| exchange.testcase.is_some() || !self.0.is_of_testcase;
        let unused = exchanges.filter(|((_, exchange), used)| !**used && is_own(exchange));
        unused.map(|(exchange, _)| shown(exchange)).collect()
    }

    fn of(context: &Context, cassette: &Cassette, testcase: Option<&str>) -> Result<(Self, Context)> {
        let (redactor, context) = redaction::prepare(context);
        let is_wanted = |exchange: &Exchange| match (testcase, exchange.testcase.as_deref()) {
            (Some(wanted), Some(of)) => wanted == of,
            _ => true,
        };
        let numbered = cassette.exchanges().iter().enumerate().map(|(index, exchange)| (index + 1, exchange.clone()));
        let exchanges: Vec<_> = numbered.filter(|(_, exchange)| is_wanted(exchange)).collect();
        let shared = Shared {
            matched_headers: cassette.matched_headers().cloned().collect(),
            used: Mutex::new(vec![false; exchanges.len()]),
            exchanges,
            redactor,
            is_of_testcase: testcase.is_some(),
        };
        let replayer = Self(Arc::new(shared));
        let context = cassette.give(context)?.with_http(replayer.clone());
        Ok((replayer, context))
    }

    fn answer(&self, request: &Request) -> Result<Response> {
        let Shared { matched_headers, exchanges, redactor, used, .. } = &*self.0;
        redaction::learn(request, redactor);
        let sent = RequestRecord::of(request, redactor);
        let mut used = used.lock().unwrap_or_else(PoisonError::into_inner);
        let mut same = 0;
        let mut nearest: Option<(Difference, &(usize, Exchange))> = None;
        for (exchange, used) in exchanges.iter().zip(used.iter_mut()) {
            match difference::between(&exchange.1.request, &sent, matched_headers) {
                None if *used => same += 1,
                None => {
                    *used = true;
                    return within(request, exchange.1.outcome.result()?);
                }
                Some(found) if nearest.as_ref().is_none_or(|(best, _)| found.same_parts > best.same_parts) => {
                    nearest = Some((found, exchange));
                }
                Some(_) => {}
            }
        }
        let reason = match (same, nearest) {
            (0, None) => "it has no exchanges".to_owned(),
            (0, Some((difference, exchange))) => format!("the nearest is {}: {}", shown(exchange), difference.words),
            (1, _) => "it was asked once in the recording, and again now".to_owned(),
            (times, _) => format!("it was asked {times} times in the recording, and again now"),
        };
        Err(Error::new(Code::NotFound, format!("the cassette has no answer to `{}`; {reason}", sent.shown())))
    }
}

impl HttpClient for Replayer {
    fn send(&self, request: Request) -> BoxFuture<'_, Result<Response>> {
        Box::pin(std::future::ready(self.answer(&request)))
    }
}

fn shown((number, exchange): &(usize, Exchange)) -> String {
    format!("exchange {number}, `{}`", exchange.request.shown())
}

/// A limit of the run counts for what is replayed, too.
fn within(request: &Request, response: Response) -> Result<Response> {
    let (size, most) = (response.body.len(), request.max_response_bytes);
    if size as u64 <= most {
        return Ok(response);
    }
    Err(Error::exhausted(format!("the response body has {size} bytes, more than {most}")))
}
