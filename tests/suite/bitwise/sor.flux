// --- values
import "bitwise"
import "math"

bitwise.sor(a: 12, b: 10)
//= 14
bitwise.sor(a: -1, b: 5)
//= -1
bitwise.sor(a: math.minint, b: -1)
//= -1

// --- null a
// Flux crashes here.
import "bitwise"
import "internal/debug"

bitwise.sor(a: debug.null(type: "int"), b: 2)
//! argument `a` is null, it must be an int

// --- null b
// Flux crashes here.
import "bitwise"
import "internal/debug"

bitwise.sor(a: 1, b: debug.null(type: "int"))
//! argument `b` is null, it must be an int

// --- without a
import "bitwise"

bitwise.sor(b: 2)
//! 3:1: missing required argument `a`

// --- uints
import "bitwise"

bitwise.sor(a: uint(v: 1), b: uint(v: 2))
//! 3:16: expected `int`, found `uint` in argument `a`
