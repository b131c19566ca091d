// --- values
import "math"

math.log2(x: 8.0)
//= 3
math.log2(x: 0.25)
//= -2

// --- at the bounds
import "math"

math.log2(x: 0.0)
//= -Inf
math.log2(x: -1.0)
//= NaN

// --- infinite and not a number
import "math"

math.log2(x: math.mInf(sign: 1))
//= +Inf
math.log2(x: math.mInf(sign: -1))
//= NaN
math.log2(x: math.NaN())
//= NaN

// --- null x
import "internal/debug"
import "math"

math.log2(x: debug.null(type: "float"))
//= <null>

// --- without x
import "math"

math.log2()
//! 3:1: missing required argument `x`

// --- an int
import "math"

math.log2(x: 1)
//! 3:14: expected `float`, found `int` in argument `x`
