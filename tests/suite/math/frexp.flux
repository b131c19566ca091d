// --- values
import "math"

math.frexp(f: 8.0)
//= {exp: 4, frac: 0.5}
math.frexp(f: 0.1)
//= {exp: -3, frac: 0.8}
math.frexp(f: -3.0)
//= {exp: 2, frac: -0.75}
math.frexp(f: 0.0)
//= {exp: 0, frac: 0}
math.frexp(f: math.mInf(sign: 1))
//= {exp: 0, frac: +Inf}
math.frexp(f: math.NaN())
//= {exp: 0, frac: NaN}
math.frexp(f: math.smallestNonzeroFloat)
//= {exp: -1073, frac: 0.5}
math.frexp(f: 8.0).exp
//= 4

// --- null f
import "internal/debug"
import "math"

math.frexp(f: debug.null(type: "float"))
//! frexp does not support null values

// --- without f
import "math"

math.frexp()
//! 3:1: missing required argument `f`
