// --- values
import "math"

math.atanh(x: 0.0)
//= 0
math.atanh(x: 0.5)
//= 0.5493061443340548
math.atanh(x: -0.5)
//= -0.5493061443340548

// --- at the bounds
import "math"

math.atanh(x: 1.0)
//= +Inf
math.atanh(x: 2.0)
//= NaN

// --- infinite and not a number
import "math"

math.atanh(x: math.mInf(sign: 1))
//= NaN
math.atanh(x: math.mInf(sign: -1))
//= NaN
math.atanh(x: math.NaN())
//= NaN

// --- null x
import "internal/debug"
import "math"

math.atanh(x: debug.null(type: "float"))
//= <null>

// --- without x
import "math"

math.atanh()
//! 3:1: missing required argument `x`

// --- an int
import "math"

math.atanh(x: 1)
//! 3:15: expected `float`, found `int` in argument `x`
