// --- values
import "experimental/array"

array.toInt(arr: ["12", "-7"])
//= [12, -7]
array.toInt(arr: [1.9, -1.9])
//= [1, -1]

// --- text
import "experimental/array"

array.toInt(arr: ["1.5"])
//! cannot convert string "1.5" to int due to invalid syntax
