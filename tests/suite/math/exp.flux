// --- values
import "math"

math.exp(x: 0.0)
//= 1
math.exp(x: 1.0)
//= 2.718281828459045
math.exp(x: -1.0)
//= 0.36787944117144233

// --- at the bounds
import "math"

math.exp(x: 1000.0)
//= +Inf
math.exp(x: -1000.0)
//= 0

// --- infinite and not a number
import "math"

math.exp(x: math.mInf(sign: 1))
//= +Inf
math.exp(x: math.mInf(sign: -1))
//= 0
math.exp(x: math.NaN())
//= NaN

// --- null x
import "internal/debug"
import "math"

math.exp(x: debug.null(type: "float"))
//= <null>

// --- without x
import "math"

math.exp()
//! 3:1: missing required argument `x`

// --- an int
import "math"

math.exp(x: 1)
//! 3:13: expected `float`, found `int` in argument `x`
