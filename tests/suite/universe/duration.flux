// --- texts
duration(v: "90m")
//= 1h30m
duration(v: "1h30m")
//= 1h30m
duration(v: "-1d")
//= -1d
duration(v: "1y2mo3w4d5h6m7s8ms9us10ns")
//= 1y2mo3w4d5h6m7s8ms9us10ns
duration(v: "0s")
//= 0ns

// --- numbers
duration(v: 0)
//= 0ns
duration(v: 1500000000)
//= 1s500ms
duration(v: -1)
//= -1ns
duration(v: uint(v: 1))
//= 1ns
duration(v: 1h)
//= 1h

// --- null
import "internal/debug"

duration(v: debug.null())
//= <null>

// --- no unit
duration(v: "90")
//! cannot convert string "90" to duration due to invalid syntax

// --- word
duration(v: "hour")
//! cannot convert string "hour" to duration due to invalid syntax

// --- fraction
duration(v: "1.5h")
//! cannot convert string "1.5h" to duration due to invalid syntax

// --- float
duration(v: 1.5)
//! cannot convert float to duration

// --- bool
duration(v: true)
//! cannot convert bool to duration

// --- time
duration(v: 2021-01-01T00:00:00Z)
//! cannot convert time to duration

// --- unknown unit
// Flux gives 0ns
duration(v: "3x")
//! cannot convert string "3x" to duration due to invalid syntax

// --- empty
duration(v: "")
//= 0ns
