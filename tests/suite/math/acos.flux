// --- values
import "math"

math.acos(x: 1.0)
//= 0
math.acos(x: -1.0)
//= 3.141592653589793
math.acos(x: 0.0)
//= 1.5707963267948966

// --- at the bounds
import "math"

math.acos(x: 2.0)
//= NaN

// --- infinite and not a number
import "math"

math.acos(x: math.mInf(sign: 1))
//= NaN
math.acos(x: math.mInf(sign: -1))
//= NaN
math.acos(x: math.NaN())
//= NaN

// --- null x
import "internal/debug"
import "math"

math.acos(x: debug.null(type: "float"))
//= <null>

// --- without x
import "math"

math.acos()
//! 3:1: missing required argument `x`

// --- an int
import "math"

math.acos(x: 1)
//! 3:14: expected `float`, found `int` in argument `x`
