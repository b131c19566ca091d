// --- values
import "math"

math.sqrt(x: 16.0)
//= 4
math.sqrt(x: 2.0)
//= 1.4142135623730951

// --- at the bounds
import "math"

math.sqrt(x: -1.0)
//= NaN

// --- infinite and not a number
import "math"

math.sqrt(x: math.mInf(sign: 1))
//= +Inf
math.sqrt(x: math.mInf(sign: -1))
//= NaN
math.sqrt(x: math.NaN())
//= NaN

// --- null x
import "internal/debug"
import "math"

math.sqrt(x: debug.null(type: "float"))
//= <null>

// --- without x
import "math"

math.sqrt()
//! 3:1: missing required argument `x`

// --- an int
import "math"

math.sqrt(x: 1)
//! 3:14: expected `float`, found `int` in argument `x`
