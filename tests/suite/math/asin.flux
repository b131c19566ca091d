// --- values
import "math"

math.asin(x: 1.0)
//= 1.5707963267948966
math.asin(x: -1.0)
//= -1.5707963267948966
math.asin(x: 0.5)
//= 0.5235987755982989

// --- at the bounds
import "math"

math.asin(x: -2.0)
//= NaN

// --- infinite and not a number
import "math"

math.asin(x: math.mInf(sign: 1))
//= NaN
math.asin(x: math.mInf(sign: -1))
//= NaN
math.asin(x: math.NaN())
//= NaN

// --- null x
import "internal/debug"
import "math"

math.asin(x: debug.null(type: "float"))
//= <null>

// --- without x
import "math"

math.asin()
//! 3:1: missing required argument `x`

// --- an int
import "math"

math.asin(x: 1)
//! 3:14: expected `float`, found `int` in argument `x`
