// --- values
import "experimental/array"

array.toString(arr: [1, 22])
//= [1, 22]
array.toString(arr: [1h, 2m])
//= [1h, 2m]

// --- arrays
import "experimental/array"

array.toString(arr: [[1]])
//! cannot convert [int] to string
