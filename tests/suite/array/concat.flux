// --- values
import "array"

array.concat(arr: [1, 2], v: [3])
//= [1, 2, 3]
array.concat(arr: [], v: [1])
//= [1]
array.concat(arr: ["a"], v: [])
//= [a]
length(arr: array.concat(arr: [], v: []))
//= 0
display(v: [1] |> array.concat(v: [2]))
//= [1, 2]

// --- the arrays stay as they are
import "array"

a = [1]
b = array.concat(arr: a, v: [2])

a
//= [1]
b
//= [1, 2]

// --- another type
import "array"

array.concat(arr: [1], v: ["a"])
//! 3:27: expected `int`, found `string` in argument `v`

// --- no array
import "array"

array.concat(arr: [1], v: 2)
//! 3:27: expected array `[int]`, found `int` in argument `v`

// --- without v
import "array"

array.concat(arr: [1])
//! 3:1: missing required argument `v`

// --- elements that only the run knows
import "array"
import "experimental/json"

numbers = json.parse(data: bytes(v: "[2.5]"))

array.concat(arr: [1.5], v: numbers)
//= [1.5, 2.5]
array.concat(arr: [1], v: numbers)
//! argument `v` must be an array of int, found an array of float
