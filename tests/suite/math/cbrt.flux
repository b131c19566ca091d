// --- values
import "math"

math.cbrt(x: 27.0)
//= 3
math.cbrt(x: -8.0)
//= -2
math.cbrt(x: 2.0)
//= 1.2599210498948732

// --- infinite and not a number
import "math"

math.cbrt(x: math.mInf(sign: 1))
//= +Inf
math.cbrt(x: math.mInf(sign: -1))
//= -Inf
math.cbrt(x: math.NaN())
//= NaN

// --- null x
import "internal/debug"
import "math"

math.cbrt(x: debug.null(type: "float"))
//= <null>

// --- without x
import "math"

math.cbrt()
//! 3:1: missing required argument `x`

// --- an int
import "math"

math.cbrt(x: 1)
//! 3:14: expected `float`, found `int` in argument `x`
