// --- values
import "math"

math.nextafter(x: 1.0, y: 2.0)
//= 1.0000000000000002
math.nextafter(x: 1.0, y: 0.0)
//= 0.9999999999999999
math.nextafter(x: 0.0, y: 1.0)
//= 5e-324
math.nextafter(x: 1.0, y: 1.0)
//= 1
math.nextafter(x: 1.0, y: math.NaN())
//= NaN

// --- null x
import "internal/debug"
import "math"

math.nextafter(x: debug.null(type: "float"), y: 2.0)
//= <null>

// --- null y
import "internal/debug"
import "math"

math.nextafter(x: 1.0, y: debug.null(type: "float"))
//= <null>

// --- without x
import "math"

math.nextafter(y: 2.0)
//! 3:1: missing required argument `x`

// --- ints
import "math"

math.nextafter(x: 1, y: 2)
//! 3:19: expected `float`, found `int` in argument `x`
