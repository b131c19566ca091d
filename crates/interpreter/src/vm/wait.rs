//! What the machine does while a call waits: it begins further calls of the builtins around, if the limits allow it.

use std::mem;
use std::ops::ControlFlow;
use std::sync::Arc;

use fluxlet_runtime::{BoxFuture, Error, Result, Value};

use super::call::Call;
use super::{Machine, Next, broken};
use crate::frame::{Body, Frame, NativeFrame, ScriptFrame};
use crate::guard::guard;
use crate::lane::{Fork, Lane, Race, Slot, Strand};

/// Calls inside calls from which on no further ones begin: what stands still is dropped by recursion.
const DEEPEST: u32 = 64;

/// Why the calls at work stand still.
pub(super) enum Stuck {
    /// The innermost waits for a builtin, which was given the values.
    Waits(BoxFuture<'static, Result<Value>>, Vec<Value>),
    /// The innermost is a builtin that waits for calls that it has begun.
    Blocked,
}

impl Machine {
    /// Begins another call of a builtin around, the innermost that has one; if there is none, returns what to wait for.
    pub(super) fn meanwhile(&mut self, mut stuck: Stuck) -> ControlFlow<BoxFuture<'static, Result<Value>>, Next> {
        let most = self.state.run.context().limits().concurrent_calls as usize;
        loop {
            let waits = usize::from(matches!(stuck, Stuck::Waits(..)));
            self.waiting.retain(|slot| slot.strong_count() > 0);
            if most > 1
                && self.waiting.len() + waits < most
                && self.depth <= DEEPEST
                && let Some(at) = self.looks_ahead()
            {
                return ControlFlow::Continue(self.begin_ahead(at, stuck));
            }
            let Some(around) = self.state.around.pop() else {
                return ControlFlow::Break(match stuck {
                    Stuck::Waits(future, _) => future,
                    Stuck::Blocked => Box::pin(Race::of(&self.waiting)),
                });
            };
            let strand = self.work_on(around);
            let lane = self.stand_still(strand, stuck);
            if let Some(fork) = self.fork()
                && let Some(running) = fork.lanes.get_mut(fork.running)
            {
                *running = lane;
            }
            stuck = Stuck::Blocked;
        }
    }

    /// Finds the innermost builtin whose next call can begin before those in progress have ended; its arguments are in the
    /// frame then.
    fn looks_ahead(&mut self) -> Option<usize> {
        let mut turn = 0;
        for (at, frame) in self.frames.iter_mut().enumerate().rev() {
            match frame {
                Frame::Script(frame) => turn = frame.place.turn,
                Frame::Native(frame) => {
                    if frame.looks_ahead(mem::take(&mut turn)) {
                        return Some(at);
                    }
                }
            }
        }
        None
    }

    /// Begins the call whose arguments the builtin at `at` has just given.
    fn begin_ahead(&mut self, at: usize, stuck: Stuck) -> Next {
        // The call in progress becomes the first of the builtin's lanes, unless it is one already.
        if self.fork().is_none() || at + 1 < self.frames.len() {
            let stack = &mut self.state.stack;
            let base = self.frames.get(at + 1).map_or(stack.len(), Frame::base);
            let mut strand =
                Strand { frames: self.frames.split_off(at + 1), stack: stack.split_off(base), depth: self.depth };
            let Some(Frame::Native(frame)) = self.frames.last_mut() else { return Next::Raise(broken()) };
            if let (Some(Frame::Script(first @ ScriptFrame { body: Body::Callee, .. })), Some(direct)) =
                (strand.frames.first_mut(), &frame.direct)
            {
                // The calls whose arguments came with its own begin as lanes, if at all.
                stack.truncate(first.floor + mem::take(&mut first.place.turn));
                first.body = Body::Function(Arc::clone(direct));
            }
            for frame in &mut strand.frames {
                self.depth -= u32::from(frame.is_call());
                frame.lower(base);
            }
            let floor = frame.floor.min(stack.len());
            if let Err(error) = frame.take(stack.drain(floor..)) {
                self.pop_frame();
                return Next::Answer(Err(error));
            }
            let lane = self.stand_still(strand, stuck);
            let Some(Frame::Native(frame)) = self.frames.last_mut() else { return Next::Raise(broken()) };
            frame.fork = Some(Box::new(Fork { lanes: [lane].into(), running: 0, failed: false }));
        }
        let Some(Frame::Native(frame)) = self.frames.last_mut() else { return Next::Raise(broken()) };
        let Some(fork) = &mut frame.fork else { return Next::Raise(broken()) };
        fork.running = fork.lanes.len();
        fork.lanes.push_back(Lane::Running);
        let stack = mem::take(&mut frame.arguments);
        let (callee, names, lenient) = (frame.callee.clone(), frame.names.clone(), frame.lenient);
        let around = self.work_on(Strand { frames: Vec::new(), stack, depth: self.depth });
        self.state.around.push(around);
        let call = Call { frames: &[], names: &names, piped: false, from: 0, floor: 0, lenient };
        let called = self.state.enter(callee, call);
        self.follow(called)
    }

    /// Ends the call at work, which is a lane of the builtin around it.
    pub(super) fn rejoin(&mut self, around: Strand, answer: Result<Value>, is_final: bool) -> Next {
        self.work_on(around);
        if is_final {
            return Next::Answer(answer);
        }
        let Some(fork) = self.fork() else { return Next::Raise(broken()) };
        fork.failed |= answer.is_err();
        if let Some(running) = fork.lanes.get_mut(fork.running) {
            *running = Lane::Done(answer);
        }
        self.hand_over()
    }

    /// Gives the builtin of the innermost frame the answer of the first call that it has begun, if that has ended.
    pub(super) fn hand_over(&mut self) -> Next {
        match self.fork().map(|fork| &mut fork.lanes) {
            Some(lanes) if matches!(lanes.front(), Some(Lane::Done(_))) => match lanes.pop_front() {
                Some(Lane::Done(answer)) => Next::Step(Some(answer)),
                _ => Next::Raise(broken()),
            },
            _ => Next::Wait(Box::new(Stuck::Blocked)),
        }
    }

    /// Goes to the call that has got what it waits for, or if none has, as somebody answers in its place, to the first.
    pub(super) fn find_answered(&mut self) -> Result<()> {
        while let Some(fork) = self.fork() {
            let answered = fork.lanes.iter().position(Lane::is_answered);
            let index = answered.or_else(|| fork.lanes.iter().position(Lane::stands_still));
            let lane = index.and_then(|index| fork.lanes.get_mut(index)).map(|lane| mem::replace(lane, Lane::Running));
            fork.running = index.unwrap_or_default();
            let strand = lane.and_then(Lane::into_strand).ok_or_else(|| Error::internal("no call waits"))?;
            let around = self.work_on(strand);
            self.state.around.push(around);
        }
        Ok(())
    }

    /// Returns the calls that the builtin of the innermost frame has begun.
    fn fork(&mut self) -> Option<&mut Fork> {
        match self.frames.last_mut() {
            Some(Frame::Native(frame)) => frame.fork.as_deref_mut(),
            _ => None,
        }
    }

    /// Puts other calls to work, and returns those that were.
    fn work_on(&mut self, strand: Strand) -> Strand {
        Strand {
            frames: mem::replace(&mut self.frames, strand.frames),
            stack: mem::replace(&mut self.state.stack, strand.stack),
            depth: mem::replace(&mut self.depth, strand.depth),
        }
    }

    fn stand_still(&mut self, strand: Strand, stuck: Stuck) -> Lane {
        match stuck {
            Stuck::Waits(future, arguments) => {
                let slot = Slot::new(future);
                self.waiting.push(Arc::downgrade(&slot));
                Lane::Waiting(strand, slot, arguments)
            }
            Stuck::Blocked => Lane::Blocked(strand),
        }
    }
}

impl NativeFrame {
    /// Asks for the arguments of the next call; `turn` are the calls done whose answers the builtin has not got.
    fn looks_ahead(&mut self, turn: usize) -> bool {
        let Self { calls, builtin, names, arguments, fork, .. } = self;
        let begun = match fork {
            None => turn + 1,
            Some(fork) if fork.failed => return false,
            Some(fork) => fork.lanes.len(),
        };
        arguments.clear();
        let asked = guard(builtin, || calls.ahead(begun..begun + 1, arguments));
        asked.is_ok() && !names.is_empty() && arguments.len() == names.len()
    }
}

impl Frame {
    /// Moves what the frame has on the stack down.
    fn lower(&mut self, by: usize) {
        match self {
            Frame::Script(frame) => {
                frame.base -= by;
                frame.floor = frame.floor.saturating_sub(by);
            }
            Frame::Native(frame) => frame.floor -= by,
        }
    }
}
