// --- in the order of the fields
import "experimental"

experimental.objectKeys(o: {speed: 1, name: "pump"})
//= [speed, name]
experimental.objectKeys(o: {})
//= []
experimental.objectKeys(o: {"a b": 1})
//= [a b]

// --- of a record with a base
import "experimental"

base = {a: 1, b: 2}

experimental.objectKeys(o: {base with c: 3, a: 4})
//= [a, b, c]

// --- array
import "experimental"

experimental.objectKeys(o: [1])
//! 3:28: array `[int]` is not a record in argument `o`

// --- without o
import "experimental"

experimental.objectKeys()
//! 3:1: missing required argument `o`
