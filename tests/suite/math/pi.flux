// --- value
import "math"
import "types"

math.pi
//= 3.141592653589793
types.isType(v: math.pi, type: "float")
//= true
