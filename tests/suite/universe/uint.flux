// --- texts
uint(v: "12")
//= 12
uint(v: "0")
//= 0
uint(v: "18446744073709551615")
//= 18446744073709551615

// --- numbers wrap
uint(v: 7)
//= 7
uint(v: -1)
//= 18446744073709551615
uint(v: 2.9)
//= 2
uint(v: true)
//= 1
uint(v: false)
//= 0

// --- times
uint(v: 1970-01-01T00:00:01Z)
//= 1000000000
uint(v: 1h)
//= 3600000000000
uint(v: 1mo)
//= 2629800000000000

// --- null
import "internal/debug"

uint(v: debug.null())
//= <null>

// --- sign
uint(v: "-1")
//! cannot convert string "-1" to uint due to invalid syntax

// --- plus
uint(v: "+1")
//! cannot convert string "+1" to uint due to invalid syntax

// --- too large
uint(v: "18446744073709551616")
//! cannot convert string "18446744073709551616" to uint due to invalid syntax

// --- regexp
uint(v: /a/)
//! cannot convert regexp to uint

// --- array
uint(v: [1])
//! cannot convert [int] to uint
