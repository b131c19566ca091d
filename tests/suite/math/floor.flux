// --- values
import "math"

math.floor(x: 1.8)
//= 1
math.floor(x: -1.2)
//= -2
math.floor(x: 2.0)
//= 2

// --- infinite and not a number
import "math"

math.floor(x: math.mInf(sign: 1))
//= +Inf
math.floor(x: math.mInf(sign: -1))
//= -Inf
math.floor(x: math.NaN())
//= NaN

// --- null x
import "internal/debug"
import "math"

math.floor(x: debug.null(type: "float"))
//= <null>

// --- without x
import "math"

math.floor()
//! 3:1: missing required argument `x`

// --- an int
import "math"

math.floor(x: 1)
//! 3:15: expected `float`, found `int` in argument `x`
