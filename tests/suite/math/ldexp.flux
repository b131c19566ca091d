// --- values
import "math"

math.ldexp(frac: 0.5, exp: 4)
//= 8
math.ldexp(frac: -0.75, exp: -2)
//= -0.1875
math.ldexp(frac: 1.0, exp: 2000)
//= +Inf
math.ldexp(frac: 1.0, exp: -2000)
//= 0
math.ldexp(frac: 1.0, exp: -1074)
//= 5e-324
math.ldexp(frac: 1.0, exp: math.maxint)
//= +Inf
math.ldexp(frac: math.maxfloat, exp: math.maxint)
//= 0
math.ldexp(frac: math.smallestNonzeroFloat, exp: 1074)
//= 1
math.ldexp(frac: math.NaN(), exp: 1)
//= NaN

// --- null frac
import "internal/debug"
import "math"

math.ldexp(frac: debug.null(type: "float"), exp: 1)
//= <null>

// --- null exp
import "internal/debug"
import "math"

math.ldexp(frac: 1.0, exp: debug.null(type: "int"))
//= <null>

// --- without frac
import "math"

math.ldexp(exp: 1)
//! 3:1: missing required argument `frac`
