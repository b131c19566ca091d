// --- value
import "math"
import "types"

math.ln10
//= 2.302585092994046
types.isType(v: math.ln10, type: "float")
//= true
