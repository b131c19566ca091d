// --- texts
int(v: "12")
//= 12
int(v: "-12")
//= -12
int(v: "+12")
//= 12
int(v: "007")
//= 7
int(v: "9223372036854775807")
//= 9223372036854775807
int(v: "-9223372036854775808")
//= -9223372036854775808

// --- numbers
int(v: 2.9)
//= 2
int(v: -2.9)
//= -2
int(v: uint(v: 7))
//= 7
int(v: true)
//= 1
int(v: false)
//= 0
int(v: 5)
//= 5
int(v: uint(v: "18446744073709551615"))
//= -1
int(v: 0.0 / 0.0)
//= -9223372036854775808
int(v: float(v: "1e300"))
//= -9223372036854775808

// --- times
int(v: 1970-01-01T00:00:01Z)
//= 1000000000
int(v: 1969-12-31T23:59:59Z)
//= -1000000000
int(v: 1h)
//= 3600000000000
int(v: -90s)
//= -90000000000
int(v: 1mo)
//= 2629800000000000
int(v: 1y1d)
//= 31644000000000000

// --- null
import "internal/debug"

int(v: debug.null())
//= <null>
int(v: debug.null(type: "float"))
//= <null>

// --- too large
int(v: "9223372036854775808")
//! cannot convert string "9223372036854775808" to int due to invalid syntax

// --- fraction
int(v: "1.5")
//! cannot convert string "1.5" to int due to invalid syntax

// --- empty
int(v: "")
//! cannot convert string "" to int due to invalid syntax

// --- space
int(v: " 1")
//! cannot convert string " 1" to int due to invalid syntax

// --- underscore
int(v: "1_000")
//! cannot convert string "1_000" to int due to invalid syntax

// --- hexadecimal
int(v: "0x10")
//! cannot convert string "0x10" to int due to invalid syntax

// --- regexp
int(v: /a/)
//! cannot convert regexp to int

// --- array
int(v: [1])
//! cannot convert [int] to int

// --- record
int(v: {a: 1})
//! cannot convert {a: int} to int

// --- function
// Flux fails with another text.
int(v: (x) => x)
//! cannot convert (x: A) => A to int

// --- bytes
int(v: bytes(v: "1"))
//! cannot convert bytes to int

// --- dictionary
int(v: ["a": 1])
//! cannot convert [string: int] to int

// --- without v
int()
//! 1:1: missing required argument `v`

// --- another name
int(x: 1)
//! 1:8: unexpected argument `x`

// --- a null becomes one without a type
import "internal/debug"

int(v: debug.null(type: "string")) + 1
//! unsupported binary expression invalid + int
