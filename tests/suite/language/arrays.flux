// --- elements
a = [10, 20, 30]

a[0]
//= 10
a[2]
//= 30
a[1 + 1]
//= 30
display(v: [[1, 2], [3]][0][1])
//= 2
length(arr: a)
//= 3

// --- negative index
[1, 2][-1]
//! cannot access element -1 of array of length 2

// --- behind the end
[1, 2][2]
//! cannot access element 2 of array of length 2

// --- of an empty one
f = (a) => a[0]
f(a: [])
//! cannot access element 0 of array of length 0

// --- index is a float
[1][0.0]
//! 1:5: expected `int`, found `float`

// --- index is a text
[1]["0"]
//! 1:1: array `[int]` has no field `0`: it is no record

// --- not an array
(1)[0]
// Flux reports it at 1:2.
//! 1:2: `int` has no elements that an index could select
