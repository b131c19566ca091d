// --- the clock
import "system"
import "types"

types.isType(v: system.time(), type: "time")
//= true
system.time() > 2020-01-01T00:00:00Z
//= true
first = system.time()

system.time() >= first
//= true

// --- an argument
import "system"

system.time(x: 1)
//! 3:16: unexpected argument `x`
