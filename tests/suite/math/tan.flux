// --- values
import "math"

math.tan(x: 0.0)
//= 0
math.tan(x: 0.5)
//= 0.5463024898437905

// --- infinite and not a number
import "math"

math.tan(x: math.mInf(sign: 1))
//= NaN
math.tan(x: math.mInf(sign: -1))
//= NaN
math.tan(x: math.NaN())
//= NaN

// --- null x
import "internal/debug"
import "math"

math.tan(x: debug.null(type: "float"))
//= <null>

// --- without x
import "math"

math.tan()
//! 3:1: missing required argument `x`

// --- an int
import "math"

math.tan(x: 1)
//! 3:13: expected `float`, found `int` in argument `x`
