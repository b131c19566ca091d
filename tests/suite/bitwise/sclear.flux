// --- values
import "bitwise"
import "math"

bitwise.sclear(a: 12, b: 10)
//= 4
bitwise.sclear(a: -1, b: 5)
//= -6
bitwise.sclear(a: math.minint, b: -1)
//= 0

// --- null a
// Flux crashes here.
import "bitwise"
import "internal/debug"

bitwise.sclear(a: debug.null(type: "int"), b: 2)
//! argument `a` is null, it must be an int

// --- null b
// Flux crashes here.
import "bitwise"
import "internal/debug"

bitwise.sclear(a: 1, b: debug.null(type: "int"))
//! argument `b` is null, it must be an int

// --- without a
import "bitwise"

bitwise.sclear(b: 2)
//! 3:1: missing required argument `a`

// --- uints
import "bitwise"

bitwise.sclear(a: uint(v: 1), b: uint(v: 2))
//! 3:19: expected `int`, found `uint` in argument `a`
