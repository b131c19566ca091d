// --- values
import "math"

math.erf(x: 0.0)
//= 0
math.erf(x: 0.5)
//= 0.5204998778130465
math.erf(x: -0.5)
//= -0.5204998778130465

// --- infinite and not a number
import "math"

math.erf(x: math.mInf(sign: 1))
//= 1
math.erf(x: math.mInf(sign: -1))
//= -1
math.erf(x: math.NaN())
//= NaN

// --- null x
import "internal/debug"
import "math"

math.erf(x: debug.null(type: "float"))
//= <null>

// --- without x
import "math"

math.erf()
//! 3:1: missing required argument `x`

// --- an int
import "math"

math.erf(x: 1)
//! 3:13: expected `float`, found `int` in argument `x`
