// --- values
import "dict"

dict.fromList(pairs: [{key: "b", value: 2}, {key: "a", value: 1}])
//= [a: 1, b: 2]
dict.fromList(pairs: [{key: 1, value: "x"}, {key: 1, value: "y"}])
//= [1: y]
dict.fromList(pairs: [{key: 2021-01-01T00:00:00Z, value: 1h}])
//= [2021-01-01T00:00:00.000000000Z: 1h]
dict.fromList(pairs: [{key: 1.5, value: [1]}])
//= [1.5: [1]]

// --- empty
import "dict"

dict.fromList(pairs: [])
// Flux crashes here.
//= [:]

// --- records as keys
import "dict"

dict.fromList(pairs: [{key: {a: 1}, value: 1}])
//! 3:22: record `{a: int}` cannot be ordered in argument `pairs` in field `key`

// --- bools as keys
import "dict"

dict.fromList(pairs: [{key: true, value: 1}])
//! 3:22: `bool` cannot be ordered in argument `pairs` in field `key`

// --- no value
import "dict"

dict.fromList(pairs: [{key: 1}])
//! 3:22: the record has no field `value` in argument `pairs`

// --- null key
import "dict"
import "internal/debug"

dict.fromList(pairs: [{key: debug.null(type: "string"), value: 1}])
//! null value cannot be used as a dictionary key
