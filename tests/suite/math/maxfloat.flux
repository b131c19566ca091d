// --- value
import "math"
import "types"

math.maxfloat
//= 1.7976931348623157e+308
types.isType(v: math.maxfloat, type: "float")
//= true
math.maxfloat * 2.0
//= +Inf
