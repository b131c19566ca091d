// --- values
import "math"

math.y0(x: 1.0)
//= 0.08825696421567697
math.y0(x: 2.0)
//= 0.5103756726497451

// --- at the bounds
import "math"

math.y0(x: 0.0)
//= -Inf
math.y0(x: -1.0)
//= NaN

// --- infinite and not a number
import "math"

math.y0(x: math.mInf(sign: 1))
//= 0
math.y0(x: math.mInf(sign: -1))
//= NaN
math.y0(x: math.NaN())
//= NaN

// --- null x
import "internal/debug"
import "math"

math.y0(x: debug.null(type: "float"))
//= <null>

// --- without x
import "math"

math.y0()
//! 3:1: missing required argument `x`

// --- an int
import "math"

math.y0(x: 1)
//! 3:12: expected `float`, found `int` in argument `x`
