// --- values
import "math"

math.dim(x: 3.0, y: 1.0)
//= 2
math.dim(x: 1.0, y: 3.0)
//= 0
math.dim(x: math.mInf(sign: 1), y: math.mInf(sign: 1))
//= NaN
math.dim(x: math.NaN(), y: 1.0)
//= NaN

// --- null x
import "internal/debug"
import "math"

math.dim(x: debug.null(type: "float"), y: 2.0)
//= <null>

// --- null y
import "internal/debug"
import "math"

math.dim(x: 1.0, y: debug.null(type: "float"))
//= <null>

// --- without x
import "math"

math.dim(y: 2.0)
//! 3:1: missing required argument `x`

// --- ints
import "math"

math.dim(x: 1, y: 2)
//! 3:13: expected `float`, found `int` in argument `x`
