// --- value
import "math"

math.NaN()
//= NaN
math.NaN() == math.NaN()
//= false
math.NaN() != math.NaN()
//= true
math.NaN() < 1.0
//= false

// --- an argument
import "math"

math.NaN(x: 1.0)
//! 3:13: unexpected argument `x`
