// --- values
import "bitwise"
import "math"

bitwise.urshift(a: uint(v: 12), b: uint(v: 2))
//= 3
bitwise.urshift(a: math.maxuint, b: uint(v: 63))
//= 1
bitwise.urshift(a: uint(v: 1), b: uint(v: 64))
//= 0
bitwise.urshift(a: uint(v: 1), b: math.maxuint)
//= 0

// --- null a
// Flux crashes here.
import "bitwise"
import "internal/debug"

bitwise.urshift(a: debug.null(type: "uint"), b: uint(v: 2))
//! argument `a` is null, it must be a uint

// --- null b
// Flux crashes here.
import "bitwise"
import "internal/debug"

bitwise.urshift(a: uint(v: 1), b: debug.null(type: "uint"))
//! argument `b` is null, it must be a uint

// --- without a
import "bitwise"

bitwise.urshift(b: uint(v: 2))
//! 3:1: missing required argument `a`
