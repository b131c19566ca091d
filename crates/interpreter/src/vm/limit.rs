//! Fuel, deadline and memory.

use fluxlet_runtime::{Error, Result, Run};

use super::State;
use super::execute::Here;
use crate::census::Census;
use crate::frame::Frame;
use crate::lane;

/// Steps between two looks at the clock.
const CHECK: u64 = 4096;
/// Steps until other tasks of the thread get their turn: a few milliseconds.
const SLICE: u64 = 16 * CHECK;
/// Allocations that a census finds for a step.
const ALLOCATIONS: u64 = 16;

/// Counts what a run uses.
pub(super) struct Meter {
    /// The steps that may be taken before the next look at the limits.
    free: u64,
    /// The number of steps at which to look at the limits: those taken, and the free ones.
    check_at: u64,
    most_steps: u64,
    /// The number of steps at which to give the thread back.
    yield_at: u64,
    /// What the last census found.
    settled: u64,
    memory: u64,
}

impl Meter {
    pub(super) fn new(run: &Run) -> Self {
        let limits = run.context().limits();
        Self { free: 0, check_at: 0, most_steps: limits.steps, yield_at: SLICE, settled: 0, memory: limits.memory }
    }

    /// Takes a step; tells whether the thread should be given back first, and takes none then.
    #[inline]
    pub(super) fn step(&mut self, run: &Run) -> Result<bool> {
        if self.free == 0 && self.check(run)? {
            return Ok(true);
        }
        self.free -= 1;
        Ok(false)
    }

    /// Takes a step if that needs no look at the limits, and tells whether it did.
    #[inline]
    pub(super) fn step_freely(&mut self) -> bool {
        let free = self.free.checked_sub(1);
        self.free = free.unwrap_or_default();
        free.is_some()
    }

    /// Takes the steps of an instruction that does much at once.
    #[inline]
    pub(super) fn work(&mut self, steps: u64) -> Result<()> {
        self.take(steps);
        if self.check_at > self.most_steps { Err(self.exhausted()) } else { Ok(()) }
    }

    /// Returns how many steps are left.
    pub(super) fn left(&self) -> u64 {
        self.most_steps.saturating_sub(self.steps())
    }

    /// Looks at the limits before the next step.
    pub(super) fn check_soon(&mut self) {
        self.check_at = self.steps();
        self.free = 0;
    }

    fn steps(&self) -> u64 {
        self.check_at - self.free
    }

    /// Takes steps, even more than there are.
    fn take(&mut self, steps: u64) {
        match self.free.checked_sub(steps) {
            Some(free) => self.free = free,
            None => {
                self.check_at = self.steps().saturating_add(steps);
                self.free = 0;
            }
        }
    }

    #[cold]
    fn check(&mut self, run: &Run) -> Result<bool> {
        let steps = self.check_at;
        if steps >= self.most_steps {
            return Err(self.exhausted());
        }
        run.check_deadline()?;
        self.check_at = steps.saturating_add(CHECK).min(self.most_steps);
        self.free = self.check_at - steps;
        let yields = steps >= self.yield_at;
        if yields {
            self.yield_at = steps.saturating_add(SLICE);
        }
        Ok(yields)
    }

    fn exhausted(&self) -> Error {
        Error::limited("steps", format!("the run took more than {} steps", self.most_steps))
    }

    /// Tells whether an eighth of the memory was charged since the last census.
    fn is_census_due(&self, run: &Run, bytes: u64) -> bool {
        let held = self.memory.saturating_sub(run.memory_left());
        held.saturating_sub(self.settled).saturating_add(bytes) > self.memory / 8
    }
}

impl State {
    /// Charges what an instruction is about to allocate.
    pub(super) fn charge(&mut self, here: &Here, bytes: u64) -> Result<()> {
        self.census_if_due(here.frames, bytes);
        if self.run.charge(bytes).is_ok() {
            return Ok(());
        }
        self.census(here.frames);
        self.run.charge(bytes)
    }

    /// Makes room for a builtin, which charges by itself and cannot ask for a census.
    pub(super) fn census_if_due(&mut self, frames: &[Frame], bytes: u64) {
        if self.meter.is_census_due(&self.run, bytes) {
            self.census(frames);
        }
    }

    /// Finds what the run still holds, and forgets what was charged for the rest.
    #[cold]
    pub(super) fn census(&mut self, frames: &[Frame]) {
        let mut census = Census::default();
        census.count(&self.stack);
        lane::count(frames, &mut census);
        for strand in &self.around {
            strand.count(&mut census);
        }
        census.count(self.modules.values());
        census.count(self.results.iter().map(|(_, value)| value));
        let (bytes, allocations) = (census.bytes, census.allocations);
        self.run.settle(bytes);
        self.meter.settled = bytes;
        // The next step finds out whether these were too many.
        self.meter.take(allocations / ALLOCATIONS);
    }
}
