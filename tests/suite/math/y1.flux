// --- values
import "math"

math.y1(x: 1.0)
//= -0.7812128213002887
math.y1(x: 2.0)
//= -0.10703243154093756

// --- at the bounds
import "math"

math.y1(x: 0.0)
//= -Inf
math.y1(x: -1.0)
//= NaN

// --- infinite and not a number
import "math"

math.y1(x: math.mInf(sign: 1))
//= 0
math.y1(x: math.mInf(sign: -1))
//= NaN
math.y1(x: math.NaN())
//= NaN

// --- null x
import "internal/debug"
import "math"

math.y1(x: debug.null(type: "float"))
//= <null>

// --- without x
import "math"

math.y1()
//! 3:1: missing required argument `x`

// --- an int
import "math"

math.y1(x: 1)
//! 3:12: expected `float`, found `int` in argument `x`
