// --- values
import "experimental/record"

record.get(r: {speed: 2}, key: "speed", default: 0)
//= 2
record.get(r: {speed: 2}, key: "load", default: 0)
//= 0
record.get(r: {speed: "fast"}, key: "speed", default: 0)
//= fast
record.get(r: {}, key: "", default: "none")
//= none
record.get(r: {"a b": 1}, key: "a b", default: 0)
//= 1

// --- no record
import "experimental/record"

record.get(r: 1, key: "a", default: 0)
//! 3:15: `int` is not a record in argument `r`

// --- without default
import "experimental/record"

record.get(r: {a: 1}, key: "a")
//! 3:1: missing required argument `default`

// --- key is no text
import "experimental/record"

record.get(r: {a: 1}, key: 1, default: 0)
//! 3:28: expected `string`, found `int` in argument `key`
