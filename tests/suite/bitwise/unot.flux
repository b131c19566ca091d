// --- values
import "bitwise"
import "math"

bitwise.unot(a: uint(v: 0))
//= 18446744073709551615
bitwise.unot(a: math.maxuint)
//= 0
bitwise.unot(a: uint(v: 5))
//= 18446744073709551610

// --- null a
// Flux crashes here.
import "bitwise"
import "internal/debug"

bitwise.unot(a: debug.null(type: "uint"))
//! argument `a` is null, it must be a uint

// --- without a
import "bitwise"

bitwise.unot()
//! 3:1: missing required argument `a`

// --- an int
import "bitwise"

bitwise.unot(a: 1)
//! 3:17: expected `uint`, found `int` in argument `a`
