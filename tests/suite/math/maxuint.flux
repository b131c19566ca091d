// --- value
import "math"
import "types"

math.maxuint
//= 18446744073709551615
types.isType(v: math.maxuint, type: "uint")
//= true
math.maxuint + uint(v: 1)
//= 0
