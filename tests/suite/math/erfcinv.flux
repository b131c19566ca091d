// --- values
import "math"

math.erfcinv(x: 1.0)
//= 0
math.erfcinv(x: 0.5)
//= 0.4769362762044699

// --- at the bounds
import "math"

math.erfcinv(x: 0.0)
//= +Inf
math.erfcinv(x: 2.0)
//= -Inf
math.erfcinv(x: 3.0)
//= NaN

// --- infinite and not a number
import "math"

math.erfcinv(x: math.mInf(sign: 1))
//= NaN
math.erfcinv(x: math.mInf(sign: -1))
//= NaN
math.erfcinv(x: math.NaN())
//= NaN

// --- null x
import "internal/debug"
import "math"

math.erfcinv(x: debug.null(type: "float"))
//= <null>

// --- without x
import "math"

math.erfcinv()
//! 3:1: missing required argument `x`

// --- an int
import "math"

math.erfcinv(x: 1)
//! 3:17: expected `float`, found `int` in argument `x`
