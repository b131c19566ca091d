// --- values
import "bitwise"
import "math"

bitwise.uclear(a: uint(v: 12), b: uint(v: 10))
//= 4
bitwise.uclear(a: uint(v: 0), b: uint(v: 5))
//= 0
bitwise.uclear(a: math.maxuint, b: uint(v: 5))
//= 18446744073709551610

// --- null a
// Flux crashes here.
import "bitwise"
import "internal/debug"

bitwise.uclear(a: debug.null(type: "uint"), b: uint(v: 2))
//! argument `a` is null, it must be a uint

// --- null b
// Flux crashes here.
import "bitwise"
import "internal/debug"

bitwise.uclear(a: uint(v: 1), b: debug.null(type: "uint"))
//! argument `b` is null, it must be a uint

// --- without a
import "bitwise"

bitwise.uclear(b: uint(v: 2))
//! 3:1: missing required argument `a`

// --- ints
import "bitwise"

bitwise.uclear(a: 1, b: 2)
//! 3:19: expected `uint`, found `int` in argument `a`
