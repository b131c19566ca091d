// --- values
import "experimental/array"

array.toBool(arr: ["true", "false"])
//= [true, false]
display(v: [1, 0] |> array.toBool())
//= [true, false]

// --- another text
import "experimental/array"

array.toBool(arr: ["yes"])
//! cannot convert string "yes" to bool
