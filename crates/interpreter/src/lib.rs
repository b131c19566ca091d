//! Typed tree to bytecode, and the resumable machine that runs it.
//!
//! [`compile`] turns a module into [`Code`]; a [`Vm`] runs it until it is done, waits for a builtin, or gives the thread
//! back for a while. The machine does no input or output and knows no async runtime; [`drive`] is the only place that
//! awaits.

mod census;
mod chunk;
mod closure;
mod compile;
mod disassemble;
mod drive;
mod frame;
mod guard;
mod lane;
mod opcode;
mod operator;
mod vm;

pub use chunk::{Code, Packages};
pub use compile::compile;
pub use drive::{drive, drive_with};
pub use frame::FIRST_INPUT;
pub use vm::{Ended, Modules, Outcome, Output, Paused, Vm};

#[cfg(test)]
mod tests;
