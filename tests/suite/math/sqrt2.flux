// --- value
import "math"
import "types"

math.sqrt2
//= 1.4142135623730951
types.isType(v: math.sqrt2, type: "float")
//= true
