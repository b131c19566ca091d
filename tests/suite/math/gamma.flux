// --- values
import "math"

math.gamma(x: 5.0)
//= 24
math.gamma(x: 1.0)
//= 1
math.gamma(x: 10.0)
//= 362880

// --- at the bounds
import "math"

math.gamma(x: 0.0)
//= +Inf
math.gamma(x: -1.0)
//= NaN
math.gamma(x: 200.0)
//= +Inf

// --- infinite and not a number
import "math"

math.gamma(x: math.mInf(sign: 1))
//= +Inf
math.gamma(x: math.mInf(sign: -1))
//= NaN
math.gamma(x: math.NaN())
//= NaN

// --- null x
import "internal/debug"
import "math"

math.gamma(x: debug.null(type: "float"))
//= <null>

// --- without x
import "math"

math.gamma()
//! 3:1: missing required argument `x`

// --- an int
import "math"

math.gamma(x: 1)
//! 3:15: expected `float`, found `int` in argument `x`
