// --- values
import "math"

math.pow10(n: 0)
//= 1
math.pow10(n: 3)
//= 1000
math.pow10(n: -3)
//= 0.001
math.pow10(n: 308)
//= 1e+308
math.pow10(n: 309)
//= +Inf
math.pow10(n: -323)
//= 1e-323
math.pow10(n: -324)
//= 0

// --- null n
import "internal/debug"
import "math"

math.pow10(n: debug.null(type: "int"))
//= <null>

// --- without n
import "math"

math.pow10()
//! 3:1: missing required argument `n`

// --- a float
import "math"

math.pow10(n: 1.0)
//! 3:15: expected `int`, found `float` in argument `n`
