//! Fetches the instructions of a function and carries them out.

use fluxlet_runtime::{Error, Result, Value};
use fluxlet_syntax::ast::LogicalOp;

use super::call::{Called, Entry};
use super::{State, broken};
use crate::frame::{Frame, Place, ScriptFrame, Work};
use crate::opcode::Op;
use crate::operator;

/// The function at work, and the calls around it.
pub(super) struct Here<'a> {
    /// All calls in progress, this one included.
    pub(super) frames: &'a [Frame],
    pub(super) frame: &'a ScriptFrame,
    pub(super) work: Work<'a>,
}

/// Why a function stopped working.
pub(super) enum Exit {
    /// It calls a function of the script.
    Enter(Entry),
    /// It calls a builtin that has not answered at once.
    Call(Result<Called>),
    /// It is done; the top is its result.
    Return,
    /// It needs a package.
    Import(u32),
    /// It was the top level of a module, and is done.
    End,
    /// The thread should be given back.
    Yield,
    /// The instruction that was fetched last failed.
    Fail(Error),
}

impl<'a> Here<'a> {
    /// Returns the innermost call, if it is of the script.
    #[inline]
    pub(super) fn innermost(frames: &'a [Frame]) -> Option<Self> {
        let (frame, work) = Work::innermost(frames)?;
        Some(Self { frames, frame, work })
    }
}

impl State {
    /// Works on the function of the innermost frame, from `place` on, and leaves there how far it came.
    ///
    /// Here is what most functions are made of; the rest is apart, so that the processor's registers do for this loop.
    #[inline]
    pub(super) fn execute(&mut self, here: &Here, place: &mut Place) -> Exit {
        let Here { frame, work, .. } = *here;
        let ops = &work.prototype.ops[..];
        let mut at = place.next;
        let exit = loop {
            match self.meter.step(&self.run) {
                Ok(false) => {}
                Ok(true) => break Exit::Yield,
                Err(error) => {
                    // The instruction was not run, but it is where the limit was met.
                    at += 1;
                    break Exit::Fail(error);
                }
            }
            let Some(&op) = ops.get(at) else { break Exit::Fail(broken()) };
            at += 1;
            let done = match op {
                Op::Constant(index) => self.push_from(work.code.constants.get(index as usize)),
                Op::Local(slot) => self.push_local(here, slot),
                Op::Capture(index) => self.push_from(work.captures.get(index as usize)),
                Op::Global(slot) => self.push_global(work.module, slot),
                Op::SetLocal(slot) => self.set_local(frame.base + slot as usize),
                Op::Call(site) => match self.call(here, site) {
                    Ok(Ok(Called::Value(value))) => self.push(value),
                    Ok(Ok(Called::Script(entry))) => break Exit::Enter(entry),
                    Ok(called) => break Exit::Call(called),
                    Err(error) => Err(error),
                },
                Op::LocalMember(slot, index) => self.local_member(here, slot, index),
                Op::Unary(op) => self.unary(op, frame.lenient),
                Op::Binary(op) => self.binary(here, op),
                Op::BinaryConstant(op, right) => self.binary_constant(here, op, right),
                Op::BinaryLocal(op, right) => self.binary_local(here, op, right),
                Op::LocalBinaryConstant(op, left, right) => self.local_binary_constant(here, op, left, right),
                Op::LocalBinaryLocal(op, left, right) => self.local_binary_local(here, op, left, right),
                Op::Unless(target) => {
                    let test = self.pop();
                    operator::holds(&test, frame.lenient).map(|holds| {
                        if !holds {
                            at = target as usize;
                        }
                    })
                }
                Op::Short(op, target) => self.is_decided(op, frame.lenient).map(|decided| {
                    if decided {
                        at = target as usize;
                    }
                }),
                Op::Given(bit, target) => {
                    if frame.given & 1 << bit != 0 {
                        at = target as usize;
                    }
                    Ok(())
                }
                Op::Jump(target) => {
                    at = target as usize;
                    Ok(())
                }
                Op::Return if self.next_turn(here, &mut place.turn) => {
                    at = 0;
                    Ok(())
                }
                Op::Return => break Exit::Return,
                Op::Import(package) => break Exit::Import(package),
                Op::End => break Exit::End,
                op => self.carry_out(here, op, at),
            };
            if let Err(error) = done {
                break Exit::Fail(error);
            }
        };
        place.next = at;
        exit
    }

    /// Carries out an instruction of those that [`State::execute`] does not know; `next` is the one behind it.
    #[inline(never)]
    fn carry_out(&mut self, here: &Here, op: Op, next: usize) -> Result<()> {
        let code = &**here.work.code;
        match op {
            Op::SetGlobal(slot) => self.set_global(here.work.module, slot),
            Op::Imported(index) => self.push_imported(code, index),
            Op::SetImported(index) => self.set_imported(code, index),
            Op::SetNow => self.set_now(),
            Op::Package(package) => self.package(here, package),
            Op::Variable(index) => self.variable(code, index),
            Op::Text => self.text(),
            Op::Concat(count) => self.concat(here, count as usize),
            Op::Array(count) => self.array(here, count as usize),
            Op::Dict(count) => self.dict(here, count as usize),
            Op::Record(shape) => self.record(here, shape),
            Op::Extend(shape) => self.extend(here, shape),
            Op::Closure(index) => self.closure(here, index),
            Op::Member(index) => self.member(here, index),
            Op::Index => self.index(),
            Op::Truth(_) => operator::check_right(self.top()?, here.frame.lenient),
            Op::Pop => {
                self.stack.pop();
                Ok(())
            }
            Op::Result => self.result(here.work, next - 1),
            _ => Err(broken()),
        }
    }

    /// Tells whether the top, the left side of an `and` or `or`, decides alone; it is the result then, else gone.
    fn is_decided(&mut self, op: LogicalOp, lenient: bool) -> Result<bool> {
        let decides = operator::decides(op, self.top()?, lenient)?;
        self.stack.pop();
        if decides {
            self.stack.push(Value::Bool(op == LogicalOp::Or));
        }
        Ok(decides)
    }

    #[inline]
    pub(super) fn push(&mut self, value: Value) -> Result<()> {
        self.stack.push(value);
        Ok(())
    }

    #[inline]
    pub(super) fn push_local(&mut self, here: &Here, slot: u32) -> Result<()> {
        let value = self.stack.get(here.frame.base + slot as usize).ok_or_else(broken)?.clone();
        self.push(value)
    }

    #[inline]
    pub(super) fn push_from(&mut self, value: Option<&Value>) -> Result<()> {
        self.stack.push(value.ok_or_else(broken)?.clone());
        Ok(())
    }

    /// Takes the topmost value; the compiler never pops more than it pushed.
    #[inline]
    pub(super) fn pop(&mut self) -> Value {
        self.stack.pop().unwrap_or_default()
    }

    fn top(&self) -> Result<&Value> {
        self.stack.last().ok_or_else(broken)
    }

    #[inline]
    fn set_local(&mut self, at: usize) -> Result<()> {
        let value = self.pop();
        *self.stack.get_mut(at).ok_or_else(broken)? = value;
        Ok(())
    }
}
