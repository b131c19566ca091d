// --- values
contains(value: 2, set: [1, 2, 3])
//= true
contains(value: 4, set: [1, 2, 3])
//= false
contains(value: "b", set: ["a", "b"])
//= true
contains(value: 1h, set: [60m])
//= true
contains(value: 1.0, set: [])
//= false
contains(value: 2021-01-01T00:00:00Z, set: [2021-01-01T00:00:00Z])
//= true
contains(value: 0.0 / 0.0, set: [0.0 / 0.0])
//= false

// --- null is never in it
import "internal/debug"

contains(value: debug.null(), set: ["a"])
//= false
contains(value: debug.null(type: "string"), set: ["a"])
//= false
contains(value: "a", set: [debug.null(type: "string"), "a"])
//= true

// --- another type
contains(value: 1, set: ["a"])
//! 1:17: expected `string`, found `int` in argument `value`

// --- records
contains(value: {a: 1}, set: [{a: 1}])
//! 1:30: record `{a: int}` has no null in argument `set`

// --- no array
contains(value: 1, set: 1)
//! 1:25: expected array `[int]`, found `int` in argument `set`

// --- without set
contains(value: 1)
//! 1:1: missing required argument `set`

// --- elements that only the run knows
import "experimental/json"

ids = json.parse(data: bytes(v: "[1, 2]"))

contains(value: 1.0, set: ids)
//= true
contains(value: 1, set: ids)
//! argument `set` must be an array of int, found an array of float
