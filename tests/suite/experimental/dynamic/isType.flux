// --- values
import "experimental/dynamic"
import "internal/debug"

dynamic.isType(v: dynamic.dynamic(v: [1]), type: "array")
//= true
dynamic.isType(v: dynamic.dynamic(v: {a: 1}), type: "object")
//= true
dynamic.isType(v: dynamic.dynamic(v: ["a": 1]), type: "dictionary")
//= true
dynamic.isType(v: dynamic.dynamic(v: (x) => x), type: "function")
//= true
dynamic.isType(v: dynamic.dynamic(v: 1), type: "int")
//= true
dynamic.isType(v: dynamic.dynamic(v: 1), type: "uint")
//= false
dynamic.isType(v: dynamic.dynamic(v: debug.null()), type: "int")
//= false
dynamic.isType(v: dynamic.dynamic(v: 1), type: "no such type")
//= false
dynamic.isType(v: dynamic.jsonParse(data: bytes(v: "1")), type: "float")
//= true
dynamic.isType(v: dynamic.jsonParse(data: bytes(v: "1")), type: "int")
//= false

// --- not dynamic
import "experimental/dynamic"

dynamic.isType(v: 1, type: "int")
//! 3:19: expected `dynamic`, found `int` in argument `v`
