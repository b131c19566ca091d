// Package dynamic works with values whose types are looked at when the script runs.
//
// Members of a dynamic record are dynamic: `d.a.b`. The conversions, such as `int(v: d.a)`, take the value out.
package dynamic


// dynamic makes the value `v` dynamic, and all that is in it.
//
// ## Example
//
// ```
// import "experimental/dynamic"
//
// dynamic.dynamic(v: [1, 2])  // => dynamic([dynamic(1), dynamic(2)])
// ```
builtin dynamic : (v: A) => dynamic

// asArray returns the elements of the dynamic array `v`.
//
// ## Example
//
// ```
// import "experimental/dynamic"
//
// length(arr: dynamic.asArray(v: dynamic.dynamic(v: [1, 2])))  // => 2
// ```
builtin asArray : (<-v: dynamic) => [dynamic]

// jsonParse returns the value of the JSON document `data`. Arrays may have elements of several types.
//
// ## Example
//
// ```
// import "experimental/dynamic"
//
// doc = dynamic.jsonParse(data: bytes(v: "{\"load\": [1, \"x\", null]}"))
// length(arr: dynamic.asArray(v: doc.load))  // => 3
// ```
builtin jsonParse : (data: bytes) => dynamic

// jsonEncode returns what is in the dynamic value `v` as JSON text.
//
// ## Example
//
// ```
// import "experimental/dynamic"
//
// string(v: dynamic.jsonEncode(v: dynamic.dynamic(v: {a: [1, 2]})))  // => {"a":[1,2]}
// ```
builtin jsonEncode : (v: dynamic) => bytes

// isType tells whether what is inside `v` has the type that `type` names; besides the names that `types.isType` knows:
// `array`, `object`, `dictionary` and `function`.
//
// ## Example
//
// ```
// import "experimental/dynamic"
//
// dynamic.isType(v: dynamic.dynamic(v: [1]), type: "array")  // => true
// ```
builtin isType : (v: dynamic, type: string) => bool

// _isNotDistinct tells whether two values are shown as the same text.
_isNotDistinct = (a, b) => display(v: a) == display(v: b)
