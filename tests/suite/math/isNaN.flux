// --- values
import "math"

math.isNaN(f: math.NaN())
//= true
math.isNaN(f: 1.0)
//= false
math.isNaN(f: math.mInf(sign: 1))
//= false
math.isNaN(f: 0.0 / 0.0)
//= true

// --- null f
import "internal/debug"
import "math"

math.isNaN(f: debug.null(type: "float"))
//= <null>

// --- without f
import "math"

math.isNaN()
//! 3:1: missing required argument `f`
