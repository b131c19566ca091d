// --- values
import "math"

math.cos(x: 0.0)
//= 1
math.cos(x: 1.0)
//= 0.5403023058681398

// --- infinite and not a number
import "math"

math.cos(x: math.mInf(sign: 1))
//= NaN
math.cos(x: math.mInf(sign: -1))
//= NaN
math.cos(x: math.NaN())
//= NaN

// --- null x
import "internal/debug"
import "math"

math.cos(x: debug.null(type: "float"))
//= <null>

// --- without x
import "math"

math.cos()
//! 3:1: missing required argument `x`

// --- an int
import "math"

math.cos(x: 1)
//! 3:13: expected `float`, found `int` in argument `x`
