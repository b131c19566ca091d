//! A clock that shows one time while its seconds go on.

use std::time::Duration;

use fluxlet_runtime::{Clock, SystemClock, Time};

/// The clock of a run that is recorded or replayed: what it shows stands still, so that both see the same time;
/// deadlines still pass.
#[derive(Debug)]
pub struct FixedClock {
    now: Time,
    clock: SystemClock,
}

impl FixedClock {
    /// Makes a clock that shows `now`.
    pub fn new(now: Time) -> Self {
        Self { now, clock: SystemClock::default() }
    }
}

impl Clock for FixedClock {
    fn now(&self) -> Time {
        self.now
    }

    fn elapsed(&self) -> Duration {
        self.clock.elapsed()
    }
}
