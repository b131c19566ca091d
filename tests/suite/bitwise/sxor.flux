// --- values
import "bitwise"
import "math"

bitwise.sxor(a: 12, b: 10)
//= 6
bitwise.sxor(a: -1, b: 5)
//= -6
bitwise.sxor(a: math.minint, b: -1)
//= 9223372036854775807

// --- null a
// Flux crashes here.
import "bitwise"
import "internal/debug"

bitwise.sxor(a: debug.null(type: "int"), b: 2)
//! argument `a` is null, it must be an int

// --- null b
// Flux crashes here.
import "bitwise"
import "internal/debug"

bitwise.sxor(a: 1, b: debug.null(type: "int"))
//! argument `b` is null, it must be an int

// --- without a
import "bitwise"

bitwise.sxor(b: 2)
//! 3:1: missing required argument `a`

// --- uints
import "bitwise"

bitwise.sxor(a: uint(v: 1), b: uint(v: 2))
//! 3:17: expected `int`, found `uint` in argument `a`
