// --- values
import "dict"
import "internal/debug"

dict.get(dict: ["a": 1, "b": 2], key: "b", default: 0)
//= 2
dict.get(dict: ["a": 1], key: "c", default: 0)
//= 0
dict.get(dict: [:], key: "c", default: 0)
//= 0
dict.get(dict: [1: "one"], key: 1, default: "")
//= one
dict.get(dict: ["a": 1], key: debug.null(type: "string"), default: 7)
//= 7

// --- another type of key
import "dict"

dict.get(dict: ["a": 1], key: 1, default: 0)
//! 3:31: expected `string`, found `int` in argument `key`

// --- another type of default
import "dict"

dict.get(dict: ["a": 1], key: "a", default: "x")
//! 3:16: expected `string`, found `int` in argument `dict`

// --- record
import "dict"

dict.get(dict: {a: 1}, key: "a", default: 0)
//! 3:16: expected dictionary `[string: int]`, found record `{a: int}` in argument `dict`

// --- without default
import "dict"

dict.get(dict: ["a": 1], key: "a")
//! 3:1: missing required argument `default`
