// --- scalars
string(v: "x")
//= x
string(v: 12)
//= 12
string(v: -12)
//= -12
string(v: uint(v: 7))
//= 7
string(v: true)
//= true
string(v: 1h30m)
//= 1h30m
string(v: -1mo)
//= -1mo
string(v: 0s)
//= 0ns
string(v: 2021-02-03T04:05:06.7Z)
//= 2021-02-03T04:05:06.700000000Z
string(v: bytes(v: "héy"))
//= héy

// --- floats
string(v: 1.0)
//= 1
string(v: 0.1)
//= 0.1
string(v: float(v: "1e21"))
//= 1000000000000000000000
string(v: float(v: "1e-7"))
//= 0.0000001
string(v: 123456789012345680000.0)
//= 123456789012345680000
string(v: -0.0)
//= -0
string(v: float(v: "inf"))
//= +Inf
string(v: float(v: "NaN"))
//= NaN

// --- null
import "internal/debug"

string(v: debug.null())
//= <null>

// --- bytes that are no text
import "contrib/bonitoo-io/hex"

string(v: hex.bytes(v: "ff"))
//! bytes contained non utf8 bytes, cannot be converted into a string

// --- regular expression
string(v: /a/)
//! cannot convert regexp to string

// --- array
string(v: [1])
//! cannot convert [int] to string

// --- record
string(v: {a: 1})
//! cannot convert {a: int} to string

// --- dictionary
string(v: ["a": 1])
//! cannot convert [string: int] to string

// --- function
// Flux fails with another text.
string(v: (x) => x)
//! cannot convert (x: A) => A to string
