// --- texts
bytes(v: "hi")
//= 0x6869
bytes(v: "")
//= 0x
bytes(v: "é")
//= 0xc3a9
bytes(v: "\x00\x7f")
//= 0x007f
bytes(v: "hi") == bytes(v: "hi")
//= true

// --- null
import "internal/debug"

bytes(v: debug.null(type: "string"))
//! cannot convert null to bytes

// --- int
bytes(v: 1)
//! cannot convert int to bytes

// --- bytes
bytes(v: bytes(v: "a"))
//! cannot convert bytes to bytes

// --- array
bytes(v: ["a"])
//! cannot convert [string] to bytes

// --- without v
bytes()
//! 1:1: missing required argument `v`
