// --- values
import "math"

math.modf(f: 3.25)
//= {frac: 0.25, int: 3}
math.modf(f: -1.5)
//= {frac: -0.5, int: -1}
math.modf(f: 0.0)
//= {frac: 0, int: 0}
math.modf(f: -0.25)
//= {frac: -0.25, int: -0}
math.modf(f: math.mInf(sign: 1))
//= {frac: NaN, int: +Inf}
math.modf(f: math.NaN())
//= {frac: NaN, int: NaN}

// --- null f
import "internal/debug"
import "math"

math.modf(f: debug.null(type: "float"))
//! modf does not support null values

// --- without f
import "math"

math.modf()
//! 3:1: missing required argument `f`
