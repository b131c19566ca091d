// --- values
import "math"

math.remainder(x: 7.0, y: 3.0)
//= 1
math.remainder(x: 8.0, y: 3.0)
//= -1
math.remainder(x: 5.0, y: 2.0)
//= 1
math.remainder(x: -7.0, y: 3.0)
//= -1
math.remainder(x: 1.0, y: 0.0)
//= NaN

// --- null x
import "internal/debug"
import "math"

math.remainder(x: debug.null(type: "float"), y: 2.0)
//= <null>

// --- null y
import "internal/debug"
import "math"

math.remainder(x: 1.0, y: debug.null(type: "float"))
//= <null>

// --- without x
import "math"

math.remainder(y: 2.0)
//! 3:1: missing required argument `x`

// --- ints
import "math"

math.remainder(x: 1, y: 2)
//! 3:19: expected `float`, found `int` in argument `x`
