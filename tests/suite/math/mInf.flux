// --- values
import "math"

math.mInf(sign: 1)
//= +Inf
math.mInf(sign: 0)
//= +Inf
math.mInf(sign: -1)
//= -Inf

// --- null sign
import "internal/debug"
import "math"

math.mInf(sign: debug.null(type: "int"))
//= <null>

// --- without sign
import "math"

math.mInf()
//! 3:1: missing required argument `sign`
