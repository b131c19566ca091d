//! Answers of calls, and errors on their way out.

use fluxlet_runtime::{self as runtime, Code, Error, Result, Value};

use super::{Machine, Next};
use crate::frame::{Frame, ScriptFrame};
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
            (Some(Frame::Script(frame)), Err(error)) => {
                let error = leave_call(frame, error);
                self.pop_frame();
                Next::Answer(Err(error))
            }
            (Some(Frame::Native(_)), Err(error)) if is_final => {
                self.pop_frame();
                Next::Answer(Err(error))
            }
            (Some(Frame::Native(_)), answer) => Next::Step(Some(answer)),
            (None, answer) => Next::End(answer.map(drop)),
        }
    }

    /// Fails at the current instruction of the innermost frame.
    pub(super) fn raise(&mut self, mut error: Error) -> Next {
        if let Some(Frame::Script(frame)) = self.frames.last() {
            if error.trace().is_empty() {
                error = place(frame, error);
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
}

/// Adds the call at which the frame stands.
fn leave_call(frame: &ScriptFrame, error: Error) -> Error {
    let Some((Op::Call(site), span)) = current(frame) else { return error };
    let code = frame.body.code();
    let Some(site) = code.sites.get(site as usize) else { return error };
    error.leave(runtime::Frame { function: site.name.clone(), source: code.source.clone(), span })
}

/// Adds the place of the current instruction; the frame without a name says that it is no call.
fn place(frame: &ScriptFrame, error: Error) -> Error {
    match current(frame) {
        None | Some((Op::Import(_) | Op::End, _)) => error,
        Some((_, span)) => {
            let source = frame.body.code().source.clone();
            error.leave(runtime::Frame { function: Default::default(), source, span })
        }
    }
}

/// Returns the instruction that was fetched last, and its place.
fn current(frame: &ScriptFrame) -> Option<(Op, fluxlet_syntax::Span)> {
    let prototype = frame.body.prototype();
    let at = frame.next.checked_sub(1)?;
    Some((*prototype.ops.get(at)?, *prototype.spans.get(at)?))
}
