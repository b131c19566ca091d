// --- values
import "math"

math.trunc(x: 1.8)
//= 1
math.trunc(x: -1.8)
//= -1

// --- infinite and not a number
import "math"

math.trunc(x: math.mInf(sign: 1))
//= +Inf
math.trunc(x: math.mInf(sign: -1))
//= -Inf
math.trunc(x: math.NaN())
//= NaN

// --- null x
import "internal/debug"
import "math"

math.trunc(x: debug.null(type: "float"))
//= <null>

// --- without x
import "math"

math.trunc()
//! 3:1: missing required argument `x`

// --- an int
import "math"

math.trunc(x: 1)
//! 3:15: expected `float`, found `int` in argument `x`
