// --- values
import "math"

math.jn(n: 0, x: 1.0)
//= 0.7651976865579666
math.jn(n: 1, x: 1.0)
//= 0.4400505857449335
math.jn(n: 2, x: 1.0)
//= 0.11490348493190049
math.jn(n: 2, x: 0.0)
//= 0
math.jn(n: 2, x: math.NaN())
//= NaN

// --- null n
import "internal/debug"
import "math"

math.jn(n: debug.null(type: "int"), x: 1.0)
//= <null>

// --- null x
import "internal/debug"
import "math"

math.jn(n: 1, x: debug.null(type: "float"))
//= <null>

// --- without n
import "math"

math.jn(x: 1.0)
//! 3:1: missing required argument `n`
