// --- values
import "math"

math.tanh(x: 0.0)
//= 0
math.tanh(x: 1.0)
//= 0.7615941559557649

// --- infinite and not a number
import "math"

math.tanh(x: math.mInf(sign: 1))
//= 1
math.tanh(x: math.mInf(sign: -1))
//= -1
math.tanh(x: math.NaN())
//= NaN

// --- null x
import "internal/debug"
import "math"

math.tanh(x: debug.null(type: "float"))
//= <null>

// --- without x
import "math"

math.tanh()
//! 3:1: missing required argument `x`

// --- an int
import "math"

math.tanh(x: 1)
//! 3:14: expected `float`, found `int` in argument `x`
