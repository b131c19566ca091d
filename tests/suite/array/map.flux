// --- values
import "array"

array.map(arr: [1, 2, 3], fn: (x) => x * x)
//= [1, 4, 9]
array.map(arr: [1, 2], fn: (x) => ({id: x, name: "n${x}"}))
//= [{id: 1, name: n1}, {id: 2, name: n2}]
array.map(arr: [], fn: (x) => x + 1)
//= []
array.map(arr: [[1], [2, 3]], fn: (x) => length(arr: x))
//= [1, 2]
display(v: [1, 2] |> array.map(fn: (x) => string(v: x)))
//= [1, 2]

// --- the function sees what is around it
import "array"

step = 10

array.map(arr: [1, 2], fn: (x) => x + step)
//= [11, 12]

// --- wrong name of the parameter
import "array"

array.map(arr: [1], fn: (y) => y)
//! 3:25: unexpected argument `y` in argument `fn`

// --- fails in the function
import "array"

array.map(arr: [1, 0], fn: (x) => 1 / x)
//! cannot divide by zero

// --- wrong type in the function
import "array"

array.map(arr: ["a"], fn: (x) => x + 1)
//! 3:27: expected `string`, found `int` in argument `fn` in argument `x`

// --- no function
import "array"

array.map(arr: [1], fn: 1)
//! 3:25: expected function `(x: int) => A`, found `int` in argument `fn`

// --- without fn
import "array"

array.map(arr: [1])
//! 3:1: missing required argument `fn`
