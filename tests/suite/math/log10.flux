// --- values
import "math"

math.log10(x: 1000.0)
//= 3
math.log10(x: 0.5)
//= -0.3010299956639812

// --- at the bounds
import "math"

math.log10(x: 0.0)
//= -Inf
math.log10(x: -1.0)
//= NaN

// --- infinite and not a number
import "math"

math.log10(x: math.mInf(sign: 1))
//= +Inf
math.log10(x: math.mInf(sign: -1))
//= NaN
math.log10(x: math.NaN())
//= NaN

// --- null x
import "internal/debug"
import "math"

math.log10(x: debug.null(type: "float"))
//= <null>

// --- without x
import "math"

math.log10()
//! 3:1: missing required argument `x`

// --- an int
import "math"

math.log10(x: 1)
//! 3:15: expected `float`, found `int` in argument `x`
