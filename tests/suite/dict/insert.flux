// --- values
import "dict"

dict.insert(dict: ["a": 1], key: "b", value: 2)
//= [a: 1, b: 2]
dict.insert(dict: ["a": 1], key: "a", value: 2)
//= [a: 2]
dict.insert(dict: [:], key: 3, value: true)
//= [3: true]

// --- the dictionary stays as it is
import "dict"

a = ["a": 1]
b = dict.insert(dict: a, key: "b", value: 2)

a
//= [a: 1]
b
//= [a: 1, b: 2]

// --- another type of value
import "dict"

dict.insert(dict: ["a": 1], key: "b", value: "x")
//! 3:46: expected `int`, found `string` in argument `value`

// --- null key
import "dict"
import "internal/debug"

dict.insert(dict: ["a": 1], key: debug.null(type: "string"), value: 1)
//! null value cannot be used as a dictionary key
