// --- values
import "math"

math.cosh(x: 0.0)
//= 1
math.cosh(x: 1.0)
//= 1.5430806348152437

// --- at the bounds
import "math"

math.cosh(x: 1000.0)
//= +Inf

// --- infinite and not a number
import "math"

math.cosh(x: math.mInf(sign: 1))
//= +Inf
math.cosh(x: math.mInf(sign: -1))
//= +Inf
math.cosh(x: math.NaN())
//= NaN

// --- null x
import "internal/debug"
import "math"

math.cosh(x: debug.null(type: "float"))
//= <null>

// --- without x
import "math"

math.cosh()
//! 3:1: missing required argument `x`

// --- an int
import "math"

math.cosh(x: 1)
//! 3:14: expected `float`, found `int` in argument `x`
