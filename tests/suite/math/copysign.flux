// --- values
import "math"

math.copysign(x: 3.0, y: -1.0)
//= -3
math.copysign(x: -3.0, y: 1.0)
//= 3
math.copysign(x: 3.0, y: -0.0)
//= -3
math.copysign(x: math.NaN(), y: -1.0)
//= NaN

// --- null x
import "internal/debug"
import "math"

math.copysign(x: debug.null(type: "float"), y: 2.0)
//= <null>

// --- null y
import "internal/debug"
import "math"

math.copysign(x: 1.0, y: debug.null(type: "float"))
//= <null>

// --- without x
import "math"

math.copysign(y: 2.0)
//! 3:1: missing required argument `x`

// --- ints
import "math"

math.copysign(x: 1, y: 2)
//! 3:18: expected `float`, found `int` in argument `x`
