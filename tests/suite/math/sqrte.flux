// --- value
import "math"
import "types"

math.sqrte
//= 1.6487212707001282
types.isType(v: math.sqrte, type: "float")
//= true
