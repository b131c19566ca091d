// --- values
import "math"

math.hypot(p: 3.0, q: 4.0)
//= 5
math.hypot(p: -3.0, q: 4.0)
//= 5
math.hypot(p: 0.0, q: 0.0)
//= 0
math.hypot(p: math.mInf(sign: 1), q: math.NaN())
//= +Inf
math.hypot(p: math.NaN(), q: 1.0)
//= NaN
math.hypot(p: math.maxfloat / 2.0, q: 1.0) == math.maxfloat / 2.0
//= true

// --- null p
import "internal/debug"
import "math"

math.hypot(p: debug.null(type: "float"), q: 2.0)
//= <null>

// --- null q
import "internal/debug"
import "math"

math.hypot(p: 1.0, q: debug.null(type: "float"))
//= <null>

// --- without p
import "math"

math.hypot(q: 2.0)
//! 3:1: missing required argument `p`
