// --- values
import "bitwise"
import "math"

bitwise.snot(a: 0)
//= -1
bitwise.snot(a: -1)
//= 0
bitwise.snot(a: math.maxint)
//= -9223372036854775808

// --- null a
// Flux crashes here.
import "bitwise"
import "internal/debug"

bitwise.snot(a: debug.null(type: "int"))
//! argument `a` is null, it must be an int

// --- without a
import "bitwise"

bitwise.snot()
//! 3:1: missing required argument `a`

// --- a uint
import "bitwise"

bitwise.snot(a: uint(v: 1))
//! 3:17: expected `int`, found `uint` in argument `a`
