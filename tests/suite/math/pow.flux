// --- values
import "math"

math.pow(x: 2.0, y: 10.0)
//= 1024
math.pow(x: 2.0, y: -1.0)
//= 0.5
math.pow(x: 2.0, y: 0.5)
//= 1.4142135623730951
math.pow(x: 0.0, y: 0.0)
//= 1
math.pow(x: 0.0, y: -1.0)
//= +Inf
math.pow(x: -8.0, y: 3.0)
//= -512
math.pow(x: -1.0, y: 0.5)
//= NaN
math.pow(x: math.NaN(), y: 0.0)
//= 1
math.pow(x: 1.0, y: math.NaN())
//= 1
math.pow(x: 10.0, y: 400.0)
//= +Inf

// --- null x
import "internal/debug"
import "math"

math.pow(x: debug.null(type: "float"), y: 2.0)
//= <null>

// --- null y
import "internal/debug"
import "math"

math.pow(x: 1.0, y: debug.null(type: "float"))
//= <null>

// --- without x
import "math"

math.pow(y: 2.0)
//! 3:1: missing required argument `x`

// --- ints
import "math"

math.pow(x: 1, y: 2)
//! 3:13: expected `float`, found `int` in argument `x`

// --- a null without a type
import "experimental/json"
import "math"

math.pow(x: 2.0, y: json.parse(data: bytes(v: "null")))
//! argument `y` must be a number, found a null without a type
