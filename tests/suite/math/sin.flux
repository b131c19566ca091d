// --- values
import "math"

math.sin(x: 0.0)
//= 0
math.sin(x: 1.0)
//= 0.8414709848078965

// --- infinite and not a number
import "math"

math.sin(x: math.mInf(sign: 1))
//= NaN
math.sin(x: math.mInf(sign: -1))
//= NaN
math.sin(x: math.NaN())
//= NaN

// --- null x
import "internal/debug"
import "math"

math.sin(x: debug.null(type: "float"))
//= <null>

// --- without x
import "math"

math.sin()
//! 3:1: missing required argument `x`

// --- an int
import "math"

math.sin(x: 1)
//! 3:13: expected `float`, found `int` in argument `x`
