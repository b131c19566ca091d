// --- values
import "math"

math.lgamma(x: 1.0)
//= {lgamma: 0, sign: 1}
math.lgamma(x: 5.0)
//= {lgamma: 3.1780538303479458, sign: 1}
math.lgamma(x: -0.5)
//= {lgamma: 1.2655121234846454, sign: -1}
math.lgamma(x: 0.0)
//= {lgamma: +Inf, sign: 1}
math.lgamma(x: -1.0)
//= {lgamma: +Inf, sign: 1}
math.lgamma(x: math.mInf(sign: 1))
//= {lgamma: +Inf, sign: 1}

// --- null x
import "internal/debug"
import "math"

math.lgamma(x: debug.null(type: "float"))
//! lgamma does not support null values

// --- without x
import "math"

math.lgamma()
//! 3:1: missing required argument `x`
