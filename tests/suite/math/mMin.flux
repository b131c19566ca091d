// --- values
import "math"

math.mMin(x: 3.0, y: 1.0)
//= 1
math.mMin(x: -3.0, y: -1.0)
//= -3
math.mMin(x: math.NaN(), y: 1.0)
//= NaN
math.mMin(x: 1.0, y: math.NaN())
//= NaN
math.mMin(x: math.mInf(sign: 1), y: 1.0)
//= 1

// --- null x
import "internal/debug"
import "math"

math.mMin(x: debug.null(type: "float"), y: 2.0)
//= <null>

// --- null y
import "internal/debug"
import "math"

math.mMin(x: 1.0, y: debug.null(type: "float"))
//= <null>

// --- without x
import "math"

math.mMin(y: 2.0)
//! 3:1: missing required argument `x`

// --- ints
import "math"

math.mMin(x: 1, y: 2)
//! 3:14: expected `float`, found `int` in argument `x`
