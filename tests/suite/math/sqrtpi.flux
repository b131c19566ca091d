// --- value
import "math"
import "types"

math.sqrtpi
//= 1.772453850905516
types.isType(v: math.sqrtpi, type: "float")
//= true
