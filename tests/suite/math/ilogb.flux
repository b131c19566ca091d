// --- values
import "math"

math.ilogb(x: 8.0)
//= 3
math.ilogb(x: 0.3)
//= -2
math.ilogb(x: -1.0)
//= 0
math.ilogb(x: 0.0)
//= -2147483648
math.ilogb(x: math.mInf(sign: 1))
//= 2147483647
math.ilogb(x: math.NaN())
//= 2147483647

// --- null x
import "internal/debug"
import "math"

math.ilogb(x: debug.null(type: "float"))
//= <null>

// --- without x
import "math"

math.ilogb()
//! 3:1: missing required argument `x`
