// --- values
import "math"

math.exp2(x: 3.0)
//= 8
math.exp2(x: -1.0)
//= 0.5
math.exp2(x: 0.0)
//= 1

// --- at the bounds
import "math"

math.exp2(x: 2000.0)
//= +Inf
math.exp2(x: -2000.0)
//= 0

// --- infinite and not a number
import "math"

math.exp2(x: math.mInf(sign: 1))
//= +Inf
math.exp2(x: math.mInf(sign: -1))
//= 0
math.exp2(x: math.NaN())
//= NaN

// --- null x
import "internal/debug"
import "math"

math.exp2(x: debug.null(type: "float"))
//= <null>

// --- without x
import "math"

math.exp2()
//! 3:1: missing required argument `x`

// --- an int
import "math"

math.exp2(x: 1)
//! 3:14: expected `float`, found `int` in argument `x`
