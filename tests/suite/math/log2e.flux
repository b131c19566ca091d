// --- value
import "math"
import "types"

math.log2e
//= 1.4426950408889634
types.isType(v: math.log2e, type: "float")
//= true
