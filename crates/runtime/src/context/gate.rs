//! Lets so many in at once, in the order they came.

use std::collections::{BTreeMap, BTreeSet};
use std::future::Future;
use std::pin::Pin;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Waker};

/// A gate; it needs no async runtime.
pub(crate) struct Gate(Mutex<State>);

struct State {
    free: u32,
    /// Who waits, by a number that grows.
    waiting: BTreeMap<u64, Waker>,
    /// Who was let in and has not noticed yet.
    let_in: BTreeSet<u64>,
    next: u64,
}

/// A place behind the gate; it is free again when this is dropped.
pub(crate) struct Place<'a>(&'a Gate);

/// Waits before the gate; dropping it gives the turn to the next.
pub(crate) struct Enter<'a> {
    gate: &'a Gate,
    number: Option<u64>,
}

impl Gate {
    /// Makes a gate for `places` at once, at least 1.
    pub(crate) fn new(places: u32) -> Self {
        let state = State { free: places.max(1), waiting: BTreeMap::new(), let_in: BTreeSet::new(), next: 0 };
        Self(Mutex::new(state))
    }

    /// Returns a place if one is free.
    pub(crate) fn try_enter(&self) -> Option<Place<'_>> {
        let taken = self.state().take();
        // A place that is made is given back.
        taken.then(|| Place(self))
    }

    /// Waits for a place.
    pub(crate) fn enter(&self) -> Enter<'_> {
        Enter { gate: self, number: None }
    }

    fn leave(&self) {
        let mut state = self.state();
        match state.waiting.pop_first() {
            Some((number, waker)) => {
                state.let_in.insert(number);
                drop(state);
                waker.wake();
            }
            None => state.free += 1,
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    /// Takes a place that is free; nobody waits then.
    fn take(&mut self) -> bool {
        let free = self.free > 0;
        self.free -= u32::from(free);
        free
    }
}

impl<'a> Future for Enter<'a> {
    type Output = Place<'a>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Place<'a>> {
        let gate = self.gate;
        let mut state = gate.state();
        let number = match self.number {
            None if state.take() => return Poll::Ready(Place(gate)),
            None => {
                state.next += 1;
                state.next
            }
            Some(number) if state.let_in.remove(&number) => {
                self.number = None;
                return Poll::Ready(Place(gate));
            }
            Some(number) => number,
        };
        self.number = Some(number);
        state.waiting.insert(number, context.waker().clone());
        Poll::Pending
    }
}

impl Drop for Enter<'_> {
    fn drop(&mut self) {
        let Some(number) = self.number else { return };
        let let_in = {
            let mut state = self.gate.state();
            state.waiting.remove(&number);
            state.let_in.remove(&number)
        };
        if let_in {
            self.gate.leave();
        }
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.0.leave();
    }
}

#[cfg(test)]
mod tests;
