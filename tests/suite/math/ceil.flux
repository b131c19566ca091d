// --- values
import "math"

math.ceil(x: 1.2)
//= 2
math.ceil(x: -1.2)
//= -1
math.ceil(x: 2.0)
//= 2

// --- infinite and not a number
import "math"

math.ceil(x: math.mInf(sign: 1))
//= +Inf
math.ceil(x: math.mInf(sign: -1))
//= -Inf
math.ceil(x: math.NaN())
//= NaN

// --- null x
import "internal/debug"
import "math"

math.ceil(x: debug.null(type: "float"))
//= <null>

// --- without x
import "math"

math.ceil()
//! 3:1: missing required argument `x`

// --- an int
import "math"

math.ceil(x: 1)
//! 3:14: expected `float`, found `int` in argument `x`
