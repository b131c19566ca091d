// --- values
import "experimental/array"

array.toFloat(arr: ["1.5", "2"])
//= [1.5, 2]
array.toFloat(arr: [true, false])
//= [1, 0]

// --- text
import "experimental/array"

array.toFloat(arr: ["x"])
//! cannot convert string "x" to float due to invalid syntax
