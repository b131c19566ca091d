// --- values
import "math"

math.float64bits(f: 1.0)
//= 4607182418800017408
math.float64bits(f: -1.0)
//= 13830554455654793216
math.float64bits(f: 0.0)
//= 0
math.float64bits(f: math.mInf(sign: 1))
//= 9218868437227405312
math.float64bits(f: math.smallestNonzeroFloat)
//= 1
math.float64bits(f: math.maxfloat)
//= 9218868437227405311

// --- null f
import "internal/debug"
import "math"

math.float64bits(f: debug.null(type: "float"))
//= <null>

// --- without f
import "math"

math.float64bits()
//! 3:1: missing required argument `f`
