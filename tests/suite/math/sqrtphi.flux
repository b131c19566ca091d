// --- value
import "math"
import "types"

math.sqrtphi
//= 1.272019649514069
types.isType(v: math.sqrtphi, type: "float")
//= true
