// --- value
import "math"
import "types"

math.minint
//= -9223372036854775808
types.isType(v: math.minint, type: "int")
//= true
