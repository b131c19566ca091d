//! The instructions of the machine.

use fluxlet_syntax::ast::{BinaryOp, LogicalOp, UnaryOp};

/// One instruction; numbers are indexes into the tables of the [`Code`](crate::Code), counts, or jump targets in the
/// same function.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Op {
    /// Pushes a constant.
    Constant(u32),
    /// Pushes a parameter or local variable of the frame.
    Local(u32),
    /// Pops a value into a local variable of the frame.
    SetLocal(u32),
    /// Pushes a value that the closure holds.
    Capture(u32),
    /// Pushes a top-level name of the function's module.
    Global(u32),
    /// Pops a value into a top-level name of the module.
    SetGlobal(u32),
    /// Pushes a top-level name of another package.
    Imported(u32),
    /// Pops a value into an option of another package.
    SetImported(u32),
    /// Pops a time, which stands for now from here on.
    SetNow,
    /// Pushes a whole package as a record.
    Package(u32),
    /// Pushes a variable of the context.
    Variable(u32),
    /// Evaluates a package, if the run has not done so yet.
    Import(u32),
    /// Replaces the top by its text.
    Text,
    /// Pops as many texts as given, pushes the text they make together.
    Concat(u32),
    /// Pops as many values as given, pushes the array of them.
    Array(u32),
    /// Pops as many keys and values as given, pushes the dictionary of them.
    Dict(u32),
    /// Pops the values of a shape, pushes the record.
    Record(u32),
    /// Pops the values of a shape and the record below them, pushes the extended record.
    Extend(u32),
    /// Pushes a closure of a function.
    Closure(u32),
    /// Calls what lies below the arguments of a call site; the piped value is the topmost.
    Call(u32),
    /// Replaces the top by its field of this name.
    Member(u32),
    /// Pushes the field of a local variable.
    LocalMember(u16, u32),
    /// Pops an array and an index, pushes the element.
    Index,
    /// Replaces the top.
    Unary(UnaryOp),
    /// Pops two values, pushes what the operator makes of them.
    Binary(BinaryOp),
    /// Replaces the top by what the operator makes of it and a constant.
    BinaryConstant(BinaryOp, u32),
    /// Replaces the top by what the operator makes of it and a local variable.
    BinaryLocal(BinaryOp, u32),
    /// Pushes what the operator makes of a local variable and a constant.
    LocalBinaryConstant(BinaryOp, u16, u16),
    /// Pushes what the operator makes of two local variables.
    LocalBinaryLocal(BinaryOp, u16, u16),
    /// Jumps if the top decides the `and` or `or` alone; else pops it.
    Short(LogicalOp, u32),
    /// Checks that the top, the right side of an `and` or `or`, is a bool.
    Truth(LogicalOp),
    /// Pops a test; jumps unless it holds.
    Unless(u32),
    /// Jumps.
    Jump(u32),
    /// Jumps if the optional parameter, counted among the optional ones, was given.
    Given(u16, u32),
    /// Pops and forgets a value.
    Pop,
    /// Pops a value, which is a result of the program.
    Result,
    /// Leaves the function with the top as its result.
    Return,
    /// Leaves the top level of a module.
    End,
}

const _: () = assert!(size_of::<Op>() <= 8);
