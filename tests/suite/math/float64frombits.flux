// --- values
import "math"

math.float64frombits(b: uint(v: 0))
//= 0
math.float64frombits(b: uint(v: 1))
//= 5e-324
math.float64frombits(b: uint(v: 4607182418800017408))
//= 1
math.float64frombits(b: uint(v: "9218868437227405312"))
//= +Inf
math.float64frombits(b: uint(v: "18446744073709551615"))
//= NaN
math.float64frombits(b: math.float64bits(f: 2.5))
//= 2.5

// --- null b
import "internal/debug"
import "math"

math.float64frombits(b: debug.null(type: "uint"))
//= <null>

// --- without b
import "math"

math.float64frombits()
//! 3:1: missing required argument `b`

// --- a float
import "math"

math.float64frombits(b: 1.0)
//! 3:25: expected `uint`, found `float` in argument `b`
