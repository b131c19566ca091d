// --- values
import "math"

math.mod(x: 7.0, y: 3.0)
//= 1
math.mod(x: -7.0, y: 3.0)
//= -1
math.mod(x: 7.0, y: -3.0)
//= 1
math.mod(x: 7.5, y: 2.0)
//= 1.5
math.mod(x: 1.0, y: 0.0)
//= NaN
math.mod(x: math.mInf(sign: 1), y: 1.0)
//= NaN
math.mod(x: 1.0, y: math.mInf(sign: 1))
//= 1

// --- null x
import "internal/debug"
import "math"

math.mod(x: debug.null(type: "float"), y: 2.0)
//= <null>

// --- null y
import "internal/debug"
import "math"

math.mod(x: 1.0, y: debug.null(type: "float"))
//= <null>

// --- without x
import "math"

math.mod(y: 2.0)
//! 3:1: missing required argument `x`

// --- ints
import "math"

math.mod(x: 1, y: 2)
//! 3:13: expected `float`, found `int` in argument `x`
