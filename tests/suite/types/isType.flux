// --- values
import "types"

types.isType(v: "x", type: "string")
//= true
types.isType(v: bytes(v: "x"), type: "bytes")
//= true
types.isType(v: 1, type: "int")
//= true
types.isType(v: 1, type: "uint")
//= false
types.isType(v: 1.0, type: "float")
//= true
types.isType(v: true, type: "bool")
//= true
types.isType(v: 2021-01-01T00:00:00Z, type: "time")
//= true
types.isType(v: 1h, type: "duration")
//= true
types.isType(v: /a/, type: "regexp")
//= true
types.isType(v: 1, type: "no such type")
//= false
types.isType(v: 1, type: "INT")
//= false

// --- null
import "internal/debug"
import "types"

types.isType(v: debug.null(type: "int"), type: "int")
//= true
types.isType(v: debug.null(), type: "int")
//= false

// --- array
import "types"

types.isType(v: [1], type: "array")
//! 3:17: array `[int]` is not a basic type in argument `v`

// --- record
import "types"

types.isType(v: {a: 1}, type: "object")
//! 3:17: record `{a: int}` is not a basic type in argument `v`

// --- without type
import "types"

types.isType(v: 1)
//! 3:1: missing required argument `type`
