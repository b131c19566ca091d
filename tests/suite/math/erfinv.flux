// --- values
import "math"

math.erfinv(x: 0.0)
//= 0
math.erfinv(x: 0.5)
//= 0.4769362762044699

// --- at the bounds
import "math"

math.erfinv(x: 1.0)
//= +Inf
math.erfinv(x: -1.0)
//= -Inf
math.erfinv(x: 2.0)
//= NaN

// --- infinite and not a number
import "math"

math.erfinv(x: math.mInf(sign: 1))
//= NaN
math.erfinv(x: math.mInf(sign: -1))
//= NaN
math.erfinv(x: math.NaN())
//= NaN

// --- null x
import "internal/debug"
import "math"

math.erfinv(x: debug.null(type: "float"))
//= <null>

// --- without x
import "math"

math.erfinv()
//! 3:1: missing required argument `x`

// --- an int
import "math"

math.erfinv(x: 1)
//! 3:16: expected `float`, found `int` in argument `x`
