// --- values
import "math"

math.roundtoeven(x: 0.5)
//= 0
math.roundtoeven(x: 1.5)
//= 2
math.roundtoeven(x: 2.5)
//= 2
math.roundtoeven(x: -0.5)
//= -0

// --- infinite and not a number
import "math"

math.roundtoeven(x: math.mInf(sign: 1))
//= +Inf
math.roundtoeven(x: math.mInf(sign: -1))
//= -Inf
math.roundtoeven(x: math.NaN())
//= NaN

// --- null x
import "internal/debug"
import "math"

math.roundtoeven(x: debug.null(type: "float"))
//= <null>

// --- without x
import "math"

math.roundtoeven()
//! 3:1: missing required argument `x`

// --- an int
import "math"

math.roundtoeven(x: 1)
//! 3:21: expected `float`, found `int` in argument `x`
