// --- values
import "math"

math.asinh(x: 0.0)
//= 0
math.asinh(x: 1.0)
//= 0.881373587019543
math.asinh(x: -1.0)
//= -0.881373587019543

// --- infinite and not a number
import "math"

math.asinh(x: math.mInf(sign: 1))
//= +Inf
math.asinh(x: math.mInf(sign: -1))
//= -Inf
math.asinh(x: math.NaN())
//= NaN

// --- null x
import "internal/debug"
import "math"

math.asinh(x: debug.null(type: "float"))
//= <null>

// --- without x
import "math"

math.asinh()
//! 3:1: missing required argument `x`

// --- an int
import "math"

math.asinh(x: 1)
//! 3:15: expected `float`, found `int` in argument `x`
