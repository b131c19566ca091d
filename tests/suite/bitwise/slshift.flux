// --- values
import "bitwise"

bitwise.slshift(a: 12, b: 2)
//= 48
bitwise.slshift(a: -12, b: 1)
//= -24
bitwise.slshift(a: 1, b: 63)
//= -9223372036854775808
bitwise.slshift(a: 1, b: 64)
//= 0
bitwise.slshift(a: -1, b: 64)
//= 0

// --- a negative number of places
// Flux crashes here.
import "bitwise"

bitwise.slshift(a: 1, b: -1)
//! argument `b` must not be negative, found -1

// --- null a
// Flux crashes here.
import "bitwise"
import "internal/debug"

bitwise.slshift(a: debug.null(type: "int"), b: 2)
//! argument `a` is null, it must be an int

// --- null b
// Flux crashes here.
import "bitwise"
import "internal/debug"

bitwise.slshift(a: 1, b: debug.null(type: "int"))
//! argument `b` is null, it must be an int

// --- without a
import "bitwise"

bitwise.slshift(b: 2)
//! 3:1: missing required argument `a`
