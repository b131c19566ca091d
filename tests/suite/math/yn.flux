// --- values
import "math"

math.yn(n: 0, x: 1.0)
//= 0.08825696421567697
math.yn(n: 2, x: 1.0)
//= -1.6506826068162543
math.yn(n: 2, x: 0.0)
//= -Inf
math.yn(n: 2, x: -1.0)
//= NaN

// --- null n
import "internal/debug"
import "math"

math.yn(n: debug.null(type: "int"), x: 1.0)
//= <null>

// --- null x
import "internal/debug"
import "math"

math.yn(n: 1, x: debug.null(type: "float"))
//= <null>

// --- without n
import "math"

math.yn(x: 1.0)
//! 3:1: missing required argument `n`
