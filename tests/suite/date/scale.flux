// --- values
import "date"

date.scale(d: 90m, n: 2)
//= 3h
date.scale(d: 1mo2d, n: 3)
//= 3mo6d
date.scale(d: 1h, n: 0)
//= 0ns
date.scale(d: 1h, n: -1)
//= -1h
date.scale(d: -1h, n: -2)
//= 2h

// --- too large
// Flux gives 0ns
import "date"

date.scale(d: 1d, n: 9223372036854775807)
//! 1d times 9223372036854775807 is longer than any duration

// --- float
import "date"

date.scale(d: 1h, n: 1.5)
//! 3:22: expected `int`, found `float` in argument `n`

// --- null d
// Flux crashes here.
import "date"
import "internal/debug"

date.scale(d: debug.null(type: "duration"), n: 2)
//= <null>

// --- null n
// Flux crashes here.
import "date"
import "internal/debug"

date.scale(d: 1h, n: debug.null(type: "int"))
//! argument `n` is null, it must be an int

// --- without d
import "date"

date.scale(n: 2)
//! 3:1: missing required argument `d`
