// --- values
import "math"

math.log1p(x: 0.0)
//= 0
math.log1p(x: 1.0)
//= 0.6931471805599453

// --- at the bounds
import "math"

math.log1p(x: -1.0)
//= -Inf
math.log1p(x: -2.0)
//= NaN

// --- infinite and not a number
import "math"

math.log1p(x: math.mInf(sign: 1))
//= +Inf
math.log1p(x: math.mInf(sign: -1))
//= NaN
math.log1p(x: math.NaN())
//= NaN

// --- null x
import "internal/debug"
import "math"

math.log1p(x: debug.null(type: "float"))
//= <null>

// --- without x
import "math"

math.log1p()
//! 3:1: missing required argument `x`

// --- an int
import "math"

math.log1p(x: 1)
//! 3:15: expected `float`, found `int` in argument `x`
