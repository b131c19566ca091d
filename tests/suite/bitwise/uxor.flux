// --- values
import "bitwise"
import "math"

bitwise.uxor(a: uint(v: 12), b: uint(v: 10))
//= 6
bitwise.uxor(a: uint(v: 0), b: uint(v: 5))
//= 5
bitwise.uxor(a: math.maxuint, b: uint(v: 5))
//= 18446744073709551610

// --- null a
// Flux crashes here.
import "bitwise"
import "internal/debug"

bitwise.uxor(a: debug.null(type: "uint"), b: uint(v: 2))
//! argument `a` is null, it must be a uint

// --- null b
// Flux crashes here.
import "bitwise"
import "internal/debug"

bitwise.uxor(a: uint(v: 1), b: debug.null(type: "uint"))
//! argument `b` is null, it must be a uint

// --- without a
import "bitwise"

bitwise.uxor(b: uint(v: 2))
//! 3:1: missing required argument `a`

// --- ints
import "bitwise"

bitwise.uxor(a: 1, b: 2)
//! 3:17: expected `uint`, found `int` in argument `a`
