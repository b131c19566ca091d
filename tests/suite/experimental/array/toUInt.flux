// --- values
import "experimental/array"

array.toUInt(arr: [1, 2])
//= [1, 2]
array.toUInt(arr: ["7"])
//= [7]

// --- sign
import "experimental/array"

array.toUInt(arr: ["-7"])
//! cannot convert string "-7" to uint due to invalid syntax
