// --- values
import "math"

math.atan(x: 0.0)
//= 0
math.atan(x: 1.0)
//= 0.7853981633974483
math.atan(x: -1.0)
//= -0.7853981633974483

// --- infinite and not a number
import "math"

math.atan(x: math.mInf(sign: 1))
//= 1.5707963267948966
math.atan(x: math.mInf(sign: -1))
//= -1.5707963267948966
math.atan(x: math.NaN())
//= NaN

// --- null x
import "internal/debug"
import "math"

math.atan(x: debug.null(type: "float"))
//= <null>

// --- without x
import "math"

math.atan()
//! 3:1: missing required argument `x`

// --- an int
import "math"

math.atan(x: 1)
//! 3:14: expected `float`, found `int` in argument `x`
