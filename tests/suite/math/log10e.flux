// --- value
import "math"
import "types"

math.log10e
//= 0.4342944819032518
types.isType(v: math.log10e, type: "float")
//= true
