// --- in a branch that is not taken
if 1 > 0 then 1 else die(msg: "never")
//= 1

// --- message
die(msg: "stop here")
//! stop here

// --- in a function
check = (x) => if x > 0 then x else die(msg: "x must be positive, is ${x}")
check(x: -1)
//! x must be positive, is -1

// --- empty
die(msg: "")
//! invalid

// --- int
die(msg: 1)
//! 1:10: expected `string`, found `int` in argument `msg`

// --- null
// Flux crashes here.
import "internal/debug"

die(msg: debug.null(type: "string"))
//! argument `msg` is null, it must be a string

// --- without msg
die()
//! 1:1: missing required argument `msg`
