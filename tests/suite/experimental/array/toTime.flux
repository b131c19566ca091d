// --- values
import "experimental/array"

array.toTime(arr: ["2021-01-01"])
//= [2021-01-01T00:00:00.000000000Z]
array.toTime(arr: [0])
//= [1970-01-01T00:00:00.000000000Z]

// --- text
import "experimental/array"

array.toTime(arr: ["x"])
//! cannot convert string "x" to time due to invalid syntax: cannot parse date
