// Package types tells the types of values while the script runs.
package types


// isType tells whether `v` has the type that `type` names: `string`, `bytes`, `int`, `uint`, `float`, `bool`, `time`,
// `duration` or `regexp`.
//
// A null of a type counts as that type. A name that is none of these gives `false`.
//
// ## Example
//
// ```
// import "types"
//
// [types.isType(v: 1, type: "int"), types.isType(v: 1, type: "uint")]  // => [true, false]
// ```
builtin isType : (v: A, type: string) => bool where A: Basic

// isNumeric tells whether `v` is an int, a uint or a float.
//
// ## Example
//
// ```
// import "types"
//
// [types.isNumeric(v: 1.5), types.isNumeric(v: "1.5")]  // => [true, false]
// ```
isNumeric = (v) =>
    isType(v: v, type: "int") or isType(v: v, type: "uint") or isType(v: v, type: "float")
