// --- values
import "math"

math.acosh(x: 1.0)
//= 0
math.acosh(x: 2.0)
//= 1.3169578969248166

// --- at the bounds
import "math"

math.acosh(x: 0.5)
//= NaN

// --- infinite and not a number
import "math"

math.acosh(x: math.mInf(sign: 1))
//= +Inf
math.acosh(x: math.mInf(sign: -1))
//= NaN
math.acosh(x: math.NaN())
//= NaN

// --- null x
import "internal/debug"
import "math"

math.acosh(x: debug.null(type: "float"))
//= <null>

// --- without x
import "math"

math.acosh()
//! 3:1: missing required argument `x`

// --- an int
import "math"

math.acosh(x: 1)
//! 3:15: expected `float`, found `int` in argument `x`
