// --- values
length(arr: [1, 2, 3])
//= 3
length(arr: [])
//= 0
length(arr: [[1, 2], [3]])
//= 2
length(arr: [{a: 1}])
//= 1
display(v: ["a", "b"] |> length())
//= 2

// --- text
length(arr: "abc")
//! 1:13: expected array `[A]`, found `string` in argument `arr`

// --- dictionary
length(arr: ["a": 1])
//! 1:13: expected array `[A]`, found dictionary `[string: int]` in argument `arr`

// --- without arr
length()
//! 1:1: missing required argument `arr`
