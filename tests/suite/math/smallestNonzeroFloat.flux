// --- value
import "math"
import "types"

math.smallestNonzeroFloat
//= 5e-324
types.isType(v: math.smallestNonzeroFloat, type: "float")
//= true
math.smallestNonzeroFloat / 2.0
//= 0
