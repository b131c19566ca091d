// --- texts and numbers
bool(v: "true")
//= true
bool(v: "false")
//= false
bool(v: 1)
//= true
bool(v: 0)
//= false
bool(v: uint(v: 1))
//= true
bool(v: 1.0)
//= true
bool(v: 0.0)
//= false
bool(v: true)
//= true

// --- null
import "internal/debug"

bool(v: debug.null())
//= <null>
bool(v: debug.null(type: "string"))
//= <null>

// --- another case
bool(v: "True")
//! cannot convert string "True" to bool

// --- empty
bool(v: "")
//! cannot convert string "" to bool

// --- another int
bool(v: 2)
//! cannot convert int 2 to bool, must be 0 or 1

// --- another float
bool(v: 0.5)
//! cannot convert float 0.500000 to bool, must be 0 or 1

// --- another uint
bool(v: uint(v: 7))
//! cannot convert uint 7 to bool, must be 0 or 1

// --- not a number
bool(v: float(v: "NaN"))
//! cannot convert float NaN to bool, must be 0 or 1

// --- time
bool(v: 2021-01-01T00:00:00Z)
//! cannot convert time to bool

// --- array
bool(v: [true])
//! cannot convert [bool] to bool

// --- without v
bool()
//! 1:1: missing required argument `v`

// --- record
bool(v: {a: true})
//! cannot convert {a: bool} to bool
