//! How much a run may use.

use std::time::Duration;

/// How much a run may use. The error of a limit names it as `limits.FIELD`.
///
/// ```
/// use std::time::Duration;
///
/// use fluxlet_runtime::Limits;
///
/// let limits = Limits { time: Some(Duration::from_secs(5)), memory: 16 << 20, ..Limits::default() };
/// assert_eq!(limits.requests, 100);
/// assert_eq!(Limits::trusting().time, None);
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Limits {
    /// Steps of the machine; the same script takes the same number everywhere.
    pub steps: u64,
    /// Calls inside calls.
    pub depth: u32,
    /// Bytes that values may hold at one time, response bodies included.
    pub memory: u64,
    /// Wall time of the whole run; `None` is without end.
    pub time: Option<Duration>,
    /// Requests that a run may send.
    pub requests: u32,
    /// Requests that may be in flight at once, of all runs that share a context; at least 1. A further one waits, within
    /// its own timeout.
    pub in_flight: u32,
    /// Calls of one run that may wait at once: with more than 1, `array.map` and `array.filter` begin the calls for further
    /// elements while one waits. Results, and which error a script sees, are the same.
    pub concurrent_calls: u32,
    /// Bytes of all request and response bodies of a run.
    pub traffic: u64,
    /// Bytes of a request body.
    pub request_body: u64,
    /// Bytes of a response body, decoded.
    pub response_body: u64,
}

impl Default for Limits {
    /// Returns 10 million steps, 256 calls deep, 256 MiB, 60 s, 100 requests, 64 at once, calls one after the other, 1 GiB of bodies, 16 MiB out and
    /// 100 MiB in.
    fn default() -> Self {
        Self {
            steps: 10_000_000,
            depth: 256,
            memory: 256 << 20,
            time: Some(Duration::from_secs(60)),
            requests: 100,
            in_flight: 64,
            concurrent_calls: 1,
            traffic: 1 << 30,
            request_body: 16 << 20,
            response_body: 100 << 20,
        }
    }
}

impl Limits {
    /// Returns the limits for one's own scripts: practically none on steps, time, requests and their bytes in all, 4 GiB
    /// of memory.
    pub fn trusting() -> Self {
        Self {
            steps: u64::MAX,
            memory: 4 << 30,
            time: None,
            requests: u32::MAX,
            in_flight: 256,
            traffic: u64::MAX,
            request_body: 1 << 30,
            ..Self::default()
        }
    }
}
