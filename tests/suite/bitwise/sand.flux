// --- values
import "bitwise"
import "math"

bitwise.sand(a: 12, b: 10)
//= 8
bitwise.sand(a: -1, b: 5)
//= 5
bitwise.sand(a: math.minint, b: -1)
//= -9223372036854775808

// --- null a
// Flux crashes here.
import "bitwise"
import "internal/debug"

bitwise.sand(a: debug.null(type: "int"), b: 2)
//! argument `a` is null, it must be an int

// --- null b
// Flux crashes here.
import "bitwise"
import "internal/debug"

bitwise.sand(a: 1, b: debug.null(type: "int"))
//! argument `b` is null, it must be an int

// --- without a
import "bitwise"

bitwise.sand(b: 2)
//! 3:1: missing required argument `a`

// --- uints
import "bitwise"

bitwise.sand(a: uint(v: 1), b: uint(v: 2))
//! 3:17: expected `int`, found `uint` in argument `a`
