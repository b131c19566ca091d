// --- value
import "math"
import "types"

math.e
//= 2.718281828459045
types.isType(v: math.e, type: "float")
//= true
