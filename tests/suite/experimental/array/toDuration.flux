// --- values
import "experimental/array"

array.toDuration(arr: ["1h", "90s"])
//= [1h, 1m30s]
array.toDuration(arr: [1, 2])
//= [1ns, 2ns]

// --- no unit
import "experimental/array"

array.toDuration(arr: ["1"])
//! cannot convert string "1" to duration due to invalid syntax
