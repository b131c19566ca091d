// --- values
import "math"

math.erfc(x: 0.0)
//= 1
math.erfc(x: 0.5)
//= 0.4795001221869535
math.erfc(x: -0.5)
//= 1.5204998778130465

// --- infinite and not a number
import "math"

math.erfc(x: math.mInf(sign: 1))
//= 0
math.erfc(x: math.mInf(sign: -1))
//= 2
math.erfc(x: math.NaN())
//= NaN

// --- null x
import "internal/debug"
import "math"

math.erfc(x: debug.null(type: "float"))
//= <null>

// --- without x
import "math"

math.erfc()
//! 3:1: missing required argument `x`

// --- an int
import "math"

math.erfc(x: 1)
//! 3:14: expected `float`, found `int` in argument `x`
