// --- values
import "array"

array.filter(arr: [1, 2, 3, 4], fn: (x) => x > 2)
//= [3, 4]
array.filter(arr: [1, 2], fn: (x) => false)
//= []
array.filter(arr: ["a", "b"], fn: (x) => x == "b")
//= [b]
array.filter(arr: [{a: 1}, {a: 2}], fn: (x) => x.a == 2)
//= [{a: 2}]
length(arr: array.filter(arr: [], fn: (x) => x))
//= 0
display(v: [1, 2] |> array.filter(fn: (x) => x == 1))
//= [1]

// --- not a bool
import "array"

array.filter(arr: [1], fn: (x) => x)
//! 3:28: expected `bool`, found `int` in argument `fn` in the result

// --- null
// Flux crashes here.
import "array"
import "internal/debug"

array.filter(arr: [1], fn: (x) => debug.null(type: "bool"))
//! the answer of `fn` for element 0 must be a bool, found null

// --- fails in the function
import "array"

array.filter(arr: [0], fn: (x) => 1 / x > 0)
//! cannot divide by zero
