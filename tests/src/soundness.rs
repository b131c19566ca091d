//! Which errors of a run tell that something is wrong with us: the checker let through what the machine refuses.

use fluxlet::{Code, Error};

/// What a script may hold that the types of Flux itself do not see through: a power of ints is a float, an option
/// may be set to anything, these packages promise values of any type, and `geo` takes any record for a region.
const UNTYPED: [&str; 9] = [
    "^",
    "option",
    "dynamic",
    "\"experimental/json\"",
    "\"experimental/record\"",
    "\"experimental/geo\"",
    "\"internal/",
    "catch",
    "die",
];

/// What the machine says of values that a checked program can not hold.
const MISMATCHES: [&str; 11] = [
    "cannot index into a value of type",
    "cannot access an element by a value of type",
    "cannot access property",
    "cannot call a value of type",
    "expected interpolated expression to have type string",
    "missing required argument",
    "the function takes no piped value",
    "operand to unary expression is not",
    "operand to logical expression is not",
    "conditional test expression is not",
    "unsupported binary expression",
];

/// Such messages that the real Flux has for programs that it accepts, too: the operands of a comparison may be of
/// different types, unsigned integers count as negatable, a null has any type, and some builtins take any record and look
/// at its fields themselves.
const LATE: [&str; 12] =
    ["field `", " == ", " != ", " < ", " > ", " <= ", " >= ", "got uint", "null", "invalid", "=~", "!~"];

/// Tells whether `script`, which was accepted, must not fail like this.
pub fn is_our_fault(script: &str, error: &Error) -> bool {
    let message = error.message();
    let any = |parts: &[&str]| parts.iter().any(|part| message.contains(part));
    let argument = message.contains(" must be a") && message.contains(", found ");
    let mismatch = (argument || any(&MISMATCHES)) && !any(&LATE);
    error.code() == Code::Internal || mismatch && !UNTYPED.iter().any(|part| script.contains(part))
}
