// --- values
import "math"

math.signbit(x: 1.0)
//= false
math.signbit(x: -1.0)
//= true
math.signbit(x: 0.0)
//= false
math.signbit(x: -0.0)
//= true
math.signbit(x: -math.mInf(sign: 1))
//= true

// --- null x
import "internal/debug"
import "math"

math.signbit(x: debug.null(type: "float"))
//= <null>

// --- without x
import "math"

math.signbit()
//! 3:1: missing required argument `x`
