// --- values
import "math"

math.sinh(x: 0.0)
//= 0
math.sinh(x: 1.0)
//= 1.1752011936438014

// --- at the bounds
import "math"

math.sinh(x: -1000.0)
//= -Inf

// --- infinite and not a number
import "math"

math.sinh(x: math.mInf(sign: 1))
//= +Inf
math.sinh(x: math.mInf(sign: -1))
//= -Inf
math.sinh(x: math.NaN())
//= NaN

// --- null x
import "internal/debug"
import "math"

math.sinh(x: debug.null(type: "float"))
//= <null>

// --- without x
import "math"

math.sinh()
//! 3:1: missing required argument `x`

// --- an int
import "math"

math.sinh(x: 1)
//! 3:14: expected `float`, found `int` in argument `x`
