// --- value
import "math"
import "types"

math.ln2
//= 0.6931471805599453
types.isType(v: math.ln2, type: "float")
//= true
