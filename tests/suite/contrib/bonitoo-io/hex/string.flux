// --- values
import "contrib/bonitoo-io/hex"

hex.string(v: 255)
//= ff
hex.string(v: -255)
//= -ff
hex.string(v: uint(v: 255))
//= ff
hex.string(v: 0)
//= 0
hex.string(v: bytes(v: "hi"))
//= 6869
hex.string(v: "x")
//= x
hex.string(v: 1.5)
//= 1.5
hex.string(v: true)
//= true
hex.string(v: 1h)
//= 1h
hex.string(v: 2021-01-01T00:00:00Z)
//= 2021-01-01T00:00:00.000000000Z

// --- array
import "contrib/bonitoo-io/hex"

hex.string(v: [1])
//! cannot convert [int] to string

// --- record
import "contrib/bonitoo-io/hex"

hex.string(v: {a: 1})
//! cannot convert {a: int} to string

// --- null
import "contrib/bonitoo-io/hex"
import "internal/debug"

hex.string(v: debug.null(type: "int"))
//= <null>
