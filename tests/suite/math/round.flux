// --- values
import "math"

math.round(x: 0.5)
//= 1
math.round(x: -0.5)
//= -1
math.round(x: 1.49)
//= 1
math.round(x: 2.5)
//= 3

// --- infinite and not a number
import "math"

math.round(x: math.mInf(sign: 1))
//= +Inf
math.round(x: math.mInf(sign: -1))
//= -Inf
math.round(x: math.NaN())
//= NaN

// --- null x
import "internal/debug"
import "math"

math.round(x: debug.null(type: "float"))
//= <null>

// --- without x
import "math"

math.round()
//! 3:1: missing required argument `x`

// --- an int
import "math"

math.round(x: 1)
//! 3:15: expected `float`, found `int` in argument `x`
