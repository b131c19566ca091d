// --- values
import "math"

math.abs(x: 1.5)
//= 1.5
math.abs(x: -1.5)
//= 1.5
math.abs(x: 0.0)
//= 0

// --- infinite and not a number
import "math"

math.abs(x: math.mInf(sign: 1))
//= +Inf
math.abs(x: math.mInf(sign: -1))
//= +Inf
math.abs(x: math.NaN())
//= NaN

// --- null x
import "internal/debug"
import "math"

math.abs(x: debug.null(type: "float"))
//= <null>

// --- without x
import "math"

math.abs()
//! 3:1: missing required argument `x`

// --- an int
import "math"

math.abs(x: 1)
//! 3:13: expected `float`, found `int` in argument `x`

// --- a null without a type
import "experimental/json"
import "math"

reply = json.parse(data: bytes(v: "{}"))

math.abs(x: reply.missing)
//! argument `x` must be a number, found a null without a type
