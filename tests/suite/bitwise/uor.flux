// --- values
import "bitwise"
import "math"

bitwise.uor(a: uint(v: 12), b: uint(v: 10))
//= 14
bitwise.uor(a: uint(v: 0), b: uint(v: 5))
//= 5
bitwise.uor(a: math.maxuint, b: uint(v: 5))
//= 18446744073709551615

// --- null a
// Flux crashes here.
import "bitwise"
import "internal/debug"

bitwise.uor(a: debug.null(type: "uint"), b: uint(v: 2))
//! argument `a` is null, it must be a uint

// --- null b
// Flux crashes here.
import "bitwise"
import "internal/debug"

bitwise.uor(a: uint(v: 1), b: debug.null(type: "uint"))
//! argument `b` is null, it must be a uint

// --- without a
import "bitwise"

bitwise.uor(b: uint(v: 2))
//! 3:1: missing required argument `a`

// --- ints
import "bitwise"

bitwise.uor(a: 1, b: 2)
//! 3:16: expected `uint`, found `int` in argument `a`
