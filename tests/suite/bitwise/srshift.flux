// --- values
import "bitwise"

bitwise.srshift(a: 12, b: 2)
//= 3
bitwise.srshift(a: -12, b: 1)
//= -6
bitwise.srshift(a: 1, b: 63)
//= 0
bitwise.srshift(a: 1, b: 64)
//= 0
bitwise.srshift(a: -1, b: 64)
//= -1

// --- a negative number of places
// Flux crashes here.
import "bitwise"

bitwise.srshift(a: 1, b: -1)
//! argument `b` must not be negative, found -1

// --- null a
// Flux crashes here.
import "bitwise"
import "internal/debug"

bitwise.srshift(a: debug.null(type: "int"), b: 2)
//! argument `a` is null, it must be an int

// --- null b
// Flux crashes here.
import "bitwise"
import "internal/debug"

bitwise.srshift(a: 1, b: debug.null(type: "int"))
//! argument `b` is null, it must be an int

// --- without a
import "bitwise"

bitwise.srshift(b: 2)
//! 3:1: missing required argument `a`
