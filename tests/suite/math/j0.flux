// --- values
import "math"

math.j0(x: 0.0)
//= 1
math.j0(x: 1.0)
//= 0.7651976865579666

// --- infinite and not a number
import "math"

math.j0(x: math.mInf(sign: 1))
//= 0
math.j0(x: math.mInf(sign: -1))
//= 0
math.j0(x: math.NaN())
//= NaN

// --- null x
import "internal/debug"
import "math"

math.j0(x: debug.null(type: "float"))
//= <null>

// --- without x
import "math"

math.j0()
//! 3:1: missing required argument `x`

// --- an int
import "math"

math.j0(x: 1)
//! 3:12: expected `float`, found `int` in argument `x`
