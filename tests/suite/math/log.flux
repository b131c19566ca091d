// --- values
import "math"

math.log(x: 1.0)
//= 0
math.log(x: 10.0)
//= 2.302585092994046

// --- at the bounds
import "math"

math.log(x: 0.0)
//= -Inf
math.log(x: -1.0)
//= NaN

// --- infinite and not a number
import "math"

math.log(x: math.mInf(sign: 1))
//= +Inf
math.log(x: math.mInf(sign: -1))
//= NaN
math.log(x: math.NaN())
//= NaN

// --- null x
import "internal/debug"
import "math"

math.log(x: debug.null(type: "float"))
//= <null>

// --- without x
import "math"

math.log()
//! 3:1: missing required argument `x`

// --- an int
import "math"

math.log(x: 1)
//! 3:13: expected `float`, found `int` in argument `x`
