// --- values
import "math"

math.j1(x: 0.0)
//= 0
math.j1(x: 1.0)
//= 0.4400505857449335

// --- infinite and not a number
import "math"

math.j1(x: math.mInf(sign: 1))
//= 0
math.j1(x: math.mInf(sign: -1))
//= 0
math.j1(x: math.NaN())
//= NaN

// --- null x
import "internal/debug"
import "math"

math.j1(x: debug.null(type: "float"))
//= <null>

// --- without x
import "math"

math.j1()
//! 3:1: missing required argument `x`

// --- an int
import "math"

math.j1(x: 1)
//! 3:12: expected `float`, found `int` in argument `x`
