// --- value
import "math"
import "types"

math.maxint
//= 9223372036854775807
types.isType(v: math.maxint, type: "int")
//= true
math.maxint + 1 == math.minint
//= true
