// --- texts
float(v: "1.5")
//= 1.5
float(v: "-1e3")
//= -1000
float(v: "1e-7")
//= 1e-07
float(v: "0x1p-2")
//= 0.25
float(v: "NaN")
//= NaN
float(v: "inf")
//= +Inf
float(v: "-Inf")
//= -Inf
float(v: "+infinity")
//= +Inf
float(v: ".5")
//= 0.5
float(v: "5.")
//= 5
float(v: "1_000")
//= 1000

// --- numbers
float(v: 2)
//= 2
float(v: -2)
//= -2
float(v: uint(v: 7))
//= 7
float(v: true)
//= 1
float(v: false)
//= 0
float(v: 1.5)
//= 1.5
float(v: 9007199254740993)
//= 9.007199254740992e+15

// --- null
import "internal/debug"

float(v: debug.null())
//= <null>

// --- overflow
float(v: "1e400")
//! cannot convert string "1e400" to float due to invalid syntax

// --- empty
float(v: "")
//! cannot convert string "" to float due to invalid syntax

// --- comma
float(v: "1,5")
//! cannot convert string "1,5" to float due to invalid syntax

// --- space
float(v: "1 ")
//! cannot convert string "1 " to float due to invalid syntax

// --- time
float(v: 1970-01-01T00:00:01Z)
//! cannot convert time to float

// --- duration
float(v: 1h)
//! cannot convert duration to float

// --- array
float(v: [1.0])
//! cannot convert [float] to float
