// --- values
import "math"

math.isInf(f: math.mInf(sign: 1), sign: 1)
//= true
math.isInf(f: math.mInf(sign: 1), sign: -1)
//= false
math.isInf(f: math.mInf(sign: 1), sign: 0)
//= true
math.isInf(f: -math.mInf(sign: 1), sign: -1)
//= true
math.isInf(f: 1.0, sign: 0)
//= false
math.isInf(f: math.NaN(), sign: 0)
//= false

// --- null f
import "internal/debug"
import "math"

math.isInf(f: debug.null(type: "float"), sign: 1)
//= <null>

// --- null sign
import "internal/debug"
import "math"

math.isInf(f: 1.0, sign: debug.null(type: "int"))
//= <null>

// --- without f
import "math"

math.isInf(sign: 1)
//! 3:1: missing required argument `f`
