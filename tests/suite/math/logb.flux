// --- values
import "math"

math.logb(x: 8.0)
//= 3
math.logb(x: 0.3)
//= -2

// --- at the bounds
import "math"

math.logb(x: 0.0)
//= -Inf

// --- infinite and not a number
import "math"

math.logb(x: math.mInf(sign: 1))
//= +Inf
math.logb(x: math.mInf(sign: -1))
//= +Inf
math.logb(x: math.NaN())
//= NaN

// --- null x
import "internal/debug"
import "math"

math.logb(x: debug.null(type: "float"))
//= <null>

// --- without x
import "math"

math.logb()
//! 3:1: missing required argument `x`

// --- an int
import "math"

math.logb(x: 1)
//! 3:14: expected `float`, found `int` in argument `x`
