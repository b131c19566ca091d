// --- values
if 1 < 2 then "less" else "more"
//= less
if false then 1 else if true then 2 else 3
//= 2
display(v: (if true then 1 else 2) + 10)
//= 11

// --- one branch is evaluated
if true then 1 else die(msg: "never")
//= 1
if false then 1 / 0 else 2
//= 2

// --- in functions
sign = (x) => if x > 0 then 1 else if x < 0 then -1 else 0

display(v: [sign(x: 5), sign(x: -5), sign(x: 0)])
//= [1, -1, 0]

// --- branches of several types
if true then 1 else "a"
//! 1:21: expected `int`, found `string`

// --- condition is no bool
if 1 then 2 else 3
//! 1:4: expected `bool`, found `int`

// --- no else
if true then 1
//! 1:1: expected `else`, found the end of the text

// --- null condition
// Flux crashes here.
import "internal/debug"

if debug.null(type: "bool") then 1 else 2
//! conditional test expression is not a boolean value, got null
