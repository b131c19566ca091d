//! Calls that have begun, each with a stack of its own, so that several can wait at once.

use std::collections::VecDeque;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::task::{Context, Poll};

use fluxlet_runtime::{BoxFuture, Result, Value};

use crate::census::Census;
use crate::frame::{Body, Frame, ScriptFrame};

/// Calls in progress and what they work on: all of a run, or those inside one call that a builtin has begun.
#[derive(Default)]
pub(crate) struct Strand {
    /// The calls, the innermost last.
    pub(crate) frames: Vec<Frame>,
    pub(crate) stack: Vec<Value>,
    /// How many calls there are, those around included.
    pub(crate) depth: u32,
}

/// The calls that a builtin has begun and not got the answers of, in order.
pub(crate) struct Fork {
    pub(crate) lanes: VecDeque<Lane>,
    /// The one at work, if one is.
    pub(crate) running: usize,
    /// Whether a call has failed: those behind it need not begin.
    pub(crate) failed: bool,
}

/// A call that a builtin has begun.
pub(crate) enum Lane {
    /// It is at work, or one inside it is.
    Running,
    /// It waits for a builtin, which was given these values.
    Waiting(Strand, Arc<Slot>, Vec<Value>),
    /// It waits for calls that a builtin in it has begun.
    Blocked(Strand),
    /// It has ended before those in front of it.
    Done(Result<Value>),
}

/// What a lane waits for; empty once it is there.
pub(crate) struct Slot(Mutex<Option<BoxFuture<'static, Result<Value>>>>);

/// Waits for the first answer that any of the lanes gets.
pub(crate) struct Race(Vec<Arc<Slot>>);

impl Strand {
    /// Counts what the calls hold, and those that builtins among them have begun.
    pub(crate) fn count<'a>(&'a self, census: &mut Census<'a>) {
        census.count(&self.stack);
        count(&self.frames, census);
    }
}

/// Counts what calls hold beside their stack.
pub(crate) fn count<'a>(frames: &'a [Frame], census: &mut Census<'a>) {
    for frame in frames {
        match frame {
            Frame::Script(ScriptFrame { body: Body::Function(closure), .. }) => census.count(&closure.captures),
            Frame::Script(_) => {}
            Frame::Native(frame) => {
                census.count(&frame.kept);
                census.count(frame.calls.answers().unwrap_or_default());
                for lane in frame.fork.iter().flat_map(|fork| &fork.lanes) {
                    lane.count(census);
                }
            }
        }
    }
}

impl Lane {
    fn count<'a>(&'a self, census: &mut Census<'a>) {
        match self {
            Lane::Running | Lane::Done(Err(_)) => {}
            Lane::Waiting(strand, _, arguments) => {
                strand.count(census);
                census.count(arguments);
            }
            Lane::Blocked(strand) => strand.count(census),
            Lane::Done(Ok(value)) => census.count(std::slice::from_ref(value)),
        }
    }

    /// Tells whether it, or one inside it, has got what it waits for.
    pub(crate) fn is_answered(&self) -> bool {
        match self {
            Lane::Running | Lane::Done(_) => false,
            Lane::Waiting(_, slot, _) => slot.lock().is_none(),
            Lane::Blocked(strand) => fork(&strand.frames).is_some_and(|fork| fork.lanes.iter().any(Lane::is_answered)),
        }
    }

    /// Returns the calls in progress, if it stands still.
    pub(crate) fn into_strand(self) -> Option<Strand> {
        match self {
            Lane::Waiting(strand, ..) | Lane::Blocked(strand) => Some(strand),
            Lane::Running | Lane::Done(_) => None,
        }
    }

    pub(crate) fn stands_still(&self) -> bool {
        matches!(self, Lane::Waiting(..) | Lane::Blocked(_))
    }
}

/// Returns the calls that the innermost frame, which is of a builtin, has begun.
fn fork(frames: &[Frame]) -> Option<&Fork> {
    match frames.last() {
        Some(Frame::Native(frame)) => frame.fork.as_deref(),
        _ => None,
    }
}

impl Slot {
    pub(crate) fn new(future: BoxFuture<'static, Result<Value>>) -> Arc<Self> {
        Arc::new(Self(Mutex::new(Some(future))))
    }

    fn lock(&self) -> MutexGuard<'_, Option<BoxFuture<'static, Result<Value>>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Race {
    /// Makes the race of those that are still there.
    pub(crate) fn of(slots: &[Weak<Slot>]) -> Self {
        Self(slots.iter().filter_map(Weak::upgrade).collect())
    }
}

impl Future for Race {
    type Output = Result<Value>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Result<Value>> {
        for slot in &self.0 {
            let mut future = slot.lock();
            if let Some(Poll::Ready(answer)) = future.as_mut().map(|future| future.as_mut().poll(context)) {
                *future = None;
                return Poll::Ready(answer);
            }
        }
        Poll::Pending
    }
}
