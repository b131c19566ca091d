// --- values
import "bitwise"
import "math"

bitwise.uand(a: uint(v: 12), b: uint(v: 10))
//= 8
bitwise.uand(a: uint(v: 0), b: uint(v: 5))
//= 0
bitwise.uand(a: math.maxuint, b: uint(v: 5))
//= 5

// --- null a
// Flux crashes here.
import "bitwise"
import "internal/debug"

bitwise.uand(a: debug.null(type: "uint"), b: uint(v: 2))
//! argument `a` is null, it must be a uint

// --- null b
// Flux crashes here.
import "bitwise"
import "internal/debug"

bitwise.uand(a: uint(v: 1), b: debug.null(type: "uint"))
//! argument `b` is null, it must be a uint

// --- without a
import "bitwise"

bitwise.uand(b: uint(v: 2))
//! 3:1: missing required argument `a`

// --- ints
import "bitwise"

bitwise.uand(a: 1, b: 2)
//! 3:17: expected `uint`, found `int` in argument `a`
