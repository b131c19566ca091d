// --- values
import "array"
import "experimental/dynamic"

dynamic.asArray(v: dynamic.dynamic(v: [1, 2]))
//= [dynamic(1), dynamic(2)]
dynamic.dynamic(v: []) |> dynamic.asArray() |> length()
//= 0
int(v: dynamic.asArray(v: dynamic.dynamic(v: [7, 8]))[1])
//= 8
array.map(arr: dynamic.asArray(v: dynamic.jsonParse(data: bytes(v: "[1, 2]"))), fn: (x) => int(v: x))
//= [1, 2]

// --- null
import "experimental/dynamic"
import "internal/debug"

dynamic.asArray(v: dynamic.dynamic(v: debug.null()))
//! unable to convert <null> to array

// --- number
import "experimental/dynamic"

dynamic.asArray(v: dynamic.dynamic(v: 1))
//! unable to convert int to array

// --- record
import "experimental/dynamic"

dynamic.asArray(v: dynamic.dynamic(v: {a: 1}))
//! unable to convert {a: dynamic} to array

// --- not dynamic
import "experimental/dynamic"

dynamic.asArray(v: [1])
//! 3:20: expected `dynamic`, found array `[int]` in argument `v`
