// --- values
import "math"

math.expm1(x: 0.0)
//= 0
math.expm1(x: 1.0)
//= 1.718281828459045

// --- at the bounds
import "math"

math.expm1(x: 1000.0)
//= +Inf

// --- infinite and not a number
import "math"

math.expm1(x: math.mInf(sign: 1))
//= +Inf
math.expm1(x: math.mInf(sign: -1))
//= -1
math.expm1(x: math.NaN())
//= NaN

// --- null x
import "internal/debug"
import "math"

math.expm1(x: debug.null(type: "float"))
//= <null>

// --- without x
import "math"

math.expm1()
//! 3:1: missing required argument `x`

// --- an int
import "math"

math.expm1(x: 1)
//! 3:15: expected `float`, found `int` in argument `x`
