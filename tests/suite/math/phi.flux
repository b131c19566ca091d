// --- value
import "math"
import "types"

math.phi
//= 1.618033988749895
types.isType(v: math.phi, type: "float")
//= true
