//! Fetches the instructions of a function and carries them out.

use fluxlet_runtime::{Error, Result, Value};

use super::{State, broken};
use crate::frame::{Frame, ScriptFrame, Work};
use crate::opcode::Op;
use crate::operator;

/// The function at work, and the calls around it.
#[derive(Clone, Copy)]
pub(super) struct Here<'a> {
    /// All calls in progress, this one included.
    pub(super) frames: &'a [Frame],
    pub(super) work: Work<'a>,
    /// Where its variables begin on the stack.
    pub(super) base: usize,
    pub(super) lenient: bool,
}

/// Why a function stopped working.
pub(super) enum Exit {
    /// It calls what the call site says.
    Call(u32),
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

impl State {
    /// Works on the function of the innermost frame, from the instruction `next` on, and leaves the next one there.
    pub(super) fn execute(&mut self, frames: &[Frame], frame: &ScriptFrame, work: Work, next: &mut usize) -> Exit {
        let here = Here { frames, work, base: frame.base, lenient: frame.lenient };
        let (code, lenient) = (&**work.code, frame.lenient);
        let ops = &work.prototype.ops[..];
        let mut at = *next;
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
                Op::Constant(index) => self.push_from(code.constants.get(index as usize)),
                Op::Local(slot) => self.push_local(here, slot),
                Op::SetLocal(slot) => self.set_local(here.base + slot as usize),
                Op::Capture(index) => self.push_from(work.captures.get(index as usize)),
                Op::Global(slot) => self.push_global(work.module, slot),
                Op::SetGlobal(slot) => self.set_global(work.module, slot),
                Op::Imported(index) => self.push_imported(code, index),
                Op::SetImported(index) => self.set_imported(code, index),
                Op::SetNow => self.set_now(),
                Op::Package(package) => self.package(here, package),
                Op::Variable(index) => self.variable(code, index),
                Op::Import(package) => break Exit::Import(package),
                Op::Text => self.text(),
                Op::Concat(count) => self.concat(here, count as usize),
                Op::Array(count) => self.array(here, count as usize),
                Op::Dict(count) => self.dict(here, count as usize),
                Op::Record(shape) => self.record(here, shape),
                Op::Extend(shape) => self.extend(here, shape),
                Op::Closure(index) => self.closure(here, index),
                Op::Call(site) => break Exit::Call(site),
                Op::Member(index) => self.member(here, index),
                Op::LocalMember(slot, index) => self.local_member(here, slot, index),
                Op::Index => self.index(),
                Op::Unary(op) => {
                    let operand = self.pop();
                    operator::unary(op, operand, lenient).and_then(|value| self.push(value))
                }
                Op::Binary(op) => self.binary(here, op),
                Op::BinaryConstant(op, right) => self.binary_constant(here, op, right),
                Op::BinaryLocal(op, right) => self.binary_local(here, op, right),
                Op::LocalBinaryConstant(op, left, right) => self.local_binary_constant(here, op, left, right),
                Op::LocalBinaryLocal(op, left, right) => self.local_binary_local(here, op, left, right),
                Op::Short(op, target) => {
                    self.top().and_then(|left| operator::decides(op, left, lenient)).map(|decides| {
                        if decides {
                            self.decide(op);
                            at = target as usize;
                        } else {
                            self.stack.pop();
                        }
                    })
                }
                Op::Truth(_) => self.top().and_then(|right| operator::check_right(right, lenient)),
                Op::Unless(target) => {
                    let test = self.pop();
                    operator::holds(&test, lenient).map(|holds| {
                        if !holds {
                            at = target as usize;
                        }
                    })
                }
                Op::Jump(target) => {
                    at = target as usize;
                    Ok(())
                }
                Op::Given(bit, target) => {
                    if frame.given & 1 << bit != 0 {
                        at = target as usize;
                    }
                    Ok(())
                }
                Op::Pop => {
                    self.stack.pop();
                    Ok(())
                }
                Op::Result => self.result(work, at - 1),
                Op::Return => break Exit::Return,
                Op::End => break Exit::End,
            };
            if let Err(error) = done {
                break Exit::Fail(error);
            }
        };
        *next = at;
        exit
    }

    pub(super) fn push(&mut self, value: Value) -> Result<()> {
        self.stack.push(value);
        Ok(())
    }

    pub(super) fn push_local(&mut self, here: Here, slot: u32) -> Result<()> {
        let value = self.stack.get(here.base + slot as usize).ok_or_else(broken)?.clone();
        self.push(value)
    }

    pub(super) fn push_from(&mut self, value: Option<&Value>) -> Result<()> {
        self.stack.push(value.ok_or_else(broken)?.clone());
        Ok(())
    }

    /// Takes the topmost value; the compiler never pops more than it pushed.
    pub(super) fn pop(&mut self) -> Value {
        self.stack.pop().unwrap_or_default()
    }

    fn top(&self) -> Result<&Value> {
        self.stack.last().ok_or_else(broken)
    }

    fn set_local(&mut self, at: usize) -> Result<()> {
        let value = self.pop();
        *self.stack.get_mut(at).ok_or_else(broken)? = value;
        Ok(())
    }
}
