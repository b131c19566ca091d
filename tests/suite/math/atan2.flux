// --- quadrants
import "math"

math.atan2(y: 1.0, x: 1.0)
//= 0.7853981633974483
math.atan2(y: 1.0, x: -1.0)
//= 2.356194490192345
math.atan2(y: -1.0, x: -1.0)
//= -2.356194490192345
math.atan2(y: -1.0, x: 1.0)
//= -0.7853981633974483
math.atan2(y: 0.0, x: 1.0)
//= 0
math.atan2(y: 0.0, x: -1.0)
//= 3.141592653589793
math.atan2(y: 0.0, x: 0.0)
//= 0
math.atan2(y: 1.0, x: math.NaN())
//= NaN

// --- null y
import "internal/debug"
import "math"

math.atan2(y: debug.null(type: "float"), x: 2.0)
//= <null>

// --- null x
import "internal/debug"
import "math"

math.atan2(y: 1.0, x: debug.null(type: "float"))
//= <null>

// --- without y
import "math"

math.atan2(x: 2.0)
//! 3:1: missing required argument `y`
