// --- values
import "types"

types.isNumeric(v: 1)
//= true
types.isNumeric(v: uint(v: 1))
//= true
types.isNumeric(v: 1.5)
//= true
types.isNumeric(v: "1")
//= false
types.isNumeric(v: true)
//= false
types.isNumeric(v: 1h)
//= false

// --- array
import "types"

types.isNumeric(v: [1])
//! 3:20: array `[int]` is not a basic type in argument `v`
