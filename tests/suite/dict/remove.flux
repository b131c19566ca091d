// --- values
import "dict"

dict.remove(dict: ["a": 1, "b": 2], key: "a")
//= [b: 2]
dict.remove(dict: ["a": 1], key: "z")
//= [a: 1]
dict.remove(dict: ["a": 1], key: "a")
//= [:]
dict.remove(dict: [:], key: "a")
//= [:]

// --- another type of key
import "dict"

dict.remove(dict: ["a": 1], key: 1)
//! 3:34: expected `string`, found `int` in argument `key`

// --- null key
import "dict"
import "internal/debug"

dict.remove(dict: ["a": 1], key: debug.null(type: "string"))
//= [a: 1]
