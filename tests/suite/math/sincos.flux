// --- values
import "math"

math.sincos(x: 0.0)
//= {cos: 1, sin: 0}
math.sincos(x: 1.0)
//= {cos: 0.5403023058681398, sin: 0.8414709848078965}
math.sincos(x: math.mInf(sign: 1))
//= {cos: NaN, sin: NaN}

// --- null x
import "internal/debug"
import "math"

math.sincos(x: debug.null(type: "float"))
//! sincos does not support null values

// --- without x
import "math"

math.sincos()
//! 3:1: missing required argument `x`
