//! How far a request has come, so that an error can tell.

use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};

use fluxlet_runtime::Origin;
use http::Method;

use crate::exchange::Hop;
use crate::proxy::Proxy;

/// Longest part of a path that an error shows, in bytes.
const SHOWN_PATH: usize = 160;

/// What a request does at the moment.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Stage {
    Check,
    Slot,
    Lookup,
    Connect,
    Proxy,
    Tunnel,
    Tls,
    Send,
    Wait,
    Body,
    Redirect,
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Stage::Check => "before anything was sent",
            Stage::Slot => "while waiting for a free slot",
            Stage::Lookup => "while looking up the host",
            Stage::Connect => "while connecting",
            Stage::Proxy => "while connecting to the proxy",
            Stage::Tunnel => "while the proxy was connecting",
            Stage::Tls => "during the TLS handshake",
            Stage::Send => "while sending the request",
            Stage::Wait => "while waiting for the response",
            Stage::Body => "while reading the body",
            Stage::Redirect => "at the redirect",
        })
    }
}

/// Method, origin and path of a request: all of it that an error may show.
pub(crate) struct Label {
    method: Method,
    origin: Origin,
    path: String,
}

impl Label {
    pub(crate) fn of(hop: &Hop) -> Self {
        Self { method: hop.method.clone(), origin: hop.origin.clone(), path: shown_path(&hop.target) }
    }
}

impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{:.32} {}{}`", self.method.as_str(), self.origin, self.path)
    }
}

/// Returns the path of `target` without its query, escaped and cut to a bearable length.
pub(crate) fn shown_path(target: &str) -> String {
    let path = target.split(['?', '#']).next().unwrap_or_default();
    let mut shown = String::with_capacity(path.len().min(SHOWN_PATH));
    for c in path.chars() {
        if shown.len() >= SHOWN_PATH {
            shown.push('…');
            break;
        }
        if c.is_ascii_graphic() && c != '`' { shown.push(c) } else { shown.extend(c.escape_default()) }
    }
    shown
}

/// How far a request has come; shared with the parts of it that run elsewhere.
pub(crate) struct Progress(Mutex<State>);

struct State {
    stage: Stage,
    /// The first request, if it was redirected.
    first: Option<Label>,
    /// The proxy that the last request goes through.
    proxy: Option<String>,
}

impl Progress {
    pub(crate) fn new() -> Self {
        Self(Mutex::new(State { stage: Stage::Check, first: None, proxy: None }))
    }

    pub(crate) fn enter(&self, stage: Stage) {
        self.state().stage = stage;
    }

    /// Notes that the last byte of the request was handed over.
    pub(crate) fn sent(&self) {
        let mut state = self.state();
        if state.stage == Stage::Send {
            state.stage = Stage::Wait;
        }
    }

    /// Notes that `from` is redirected.
    pub(crate) fn redirect(&self, from: &Hop) {
        let mut state = self.state();
        state.first.get_or_insert_with(|| Label::of(from));
        state.proxy = None;
        state.stage = Stage::Check;
    }

    pub(crate) fn through(&self, proxy: &Proxy) {
        self.state().proxy = Some(proxy.to_string());
    }

    pub(crate) fn stage(&self) -> Stage {
        self.state().stage
    }

    /// Returns the request, and where it was redirected to, as an error shows them, and the proxy; `last` is the request
    /// at hand.
    pub(crate) fn request(&self, last: &Hop) -> String {
        let (state, last) = (self.state(), Label::of(last));
        let proxy = state.proxy.as_ref().map(|proxy| format!(" through the proxy `{proxy}`")).unwrap_or_default();
        match &state.first {
            Some(first) => format!("{first}, redirected to {last},{proxy}"),
            None => format!("{last}{proxy}"),
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
