//! Answers of calls, and errors on their way out.

use fluxlet_runtime::{self as runtime, Code, Error, Result, Value};
use fluxlet_syntax::Span;

use super::{Machine, Next};
use crate::chunk;
use crate::frame::{Frame, Work};
use crate::opcode::Op;

impl Machine {
    /// Hands the result of a call to the innermost frame.
    pub(super) fn answer(&mut self, answer: Result<Value>) -> Next {
        let is_final = answer.as_ref().is_err_and(|error| self.is_final(error));
        match (self.frames.last(), answer) {
            (Some(Frame::Script(_)), Ok(value)) => {
                self.state.stack.push(value);
                Next::Run
            }
            (Some(Frame::Script(_)), Err(error)) => {
                let error = self.leave_call(error);
                self.pop_frame();
                Next::Answer(Err(error))
            }
            (Some(Frame::Native(_)), Err(error)) if is_final => {
                self.pop_frame();
                Next::Answer(Err(error))
            }
            (Some(Frame::Native(_)), answer) => Next::Step(Some(answer)),
            (None, answer) => match self.state.around.pop() {
                Some(around) => self.rejoin(around, answer, is_final),
                None => Next::End(answer.map(drop)),
            },
        }
    }

    /// Fails at the current instruction of the innermost frame.
    pub(super) fn raise(&mut self, mut error: Error) -> Next {
        if let Some(Frame::Script(_)) = self.frames.last() {
            if error.trace().is_empty() {
                error = self.place(error);
            }
            self.pop_frame();
        }
        Next::Answer(Err(error))
    }

    /// Tells whether an error ends the run whatever a builtin would make of it. The timeout of one request does not.
    fn is_final(&self, error: &Error) -> bool {
        match error.code() {
            Code::ResourceExhausted | Code::Canceled => true,
            Code::DeadlineExceeded => self.state.run.check_deadline().is_err(),
            _ => false,
        }
    }

    /// Adds the call at which the innermost frame stands.
    fn leave_call(&self, error: Error) -> Error {
        let Some((code, Op::Call(site), span)) = self.current() else { return error };
        let Some(site) = code.sites.get(site as usize) else { return error };
        error.leave(runtime::Frame { function: site.name.clone(), source: code.source.clone(), span })
    }

    /// Adds the place of the current instruction; the frame without a name says that it is no call.
    fn place(&self, error: Error) -> Error {
        match self.current() {
            None | Some((_, Op::Import(_) | Op::End, _)) => error,
            Some((code, _, span)) => {
                error.leave(runtime::Frame { function: Default::default(), source: code.source.clone(), span })
            }
        }
    }

    /// Returns the instruction that the innermost frame fetched last, and its place.
    fn current(&self) -> Option<(&chunk::Code, Op, Span)> {
        let (frame, work) = Work::innermost(&self.frames)?;
        let at = frame.place.next.checked_sub(1)?;
        Some((work.code, *work.prototype.ops.get(at)?, *work.prototype.spans.get(at)?))
    }
}
