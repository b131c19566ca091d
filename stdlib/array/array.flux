// Package array works with arrays.
package array


// from makes a table of the records `rows`, one row each.
//
// ## Example
//
// ```
// import "array"
//
// array.from(rows: [{_time: 2021-01-01T00:00:00Z, _value: 1.5}])
// ```
builtin from : (<-rows: [A]) => stream[A] where A: Record

// concat returns the elements of `arr`, and those of `v` after them.
//
// ## Example
//
// ```
// import "array"
//
// array.concat(arr: [1, 2], v: [3])  // => [1, 2, 3]
// ```
builtin concat : (<-arr: [A], v: [A]) => [A]

// map returns what `fn` makes of each element of `arr`.
//
// Calls that wait, say for an answer from the network, run one after the other unless the context lets several wait at
// once; the results keep the order of the elements.
//
// ## Example
//
// ```
// import "array"
//
// array.map(arr: [1, 2, 3], fn: (x) => x * x)  // => [1, 4, 9]
// ```
builtin map : (<-arr: [A], fn: (x: A) => B) => [B]

// filter returns the elements of `arr` for which `fn` is true, in their order.
//
// ## Example
//
// ```
// import "array"
//
// array.filter(arr: [1, 2, 3, 4], fn: (x) => x > 2)  // => [3, 4]
// ```
builtin filter : (<-arr: [A], fn: (x: A) => bool) => [A]
