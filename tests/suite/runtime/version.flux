// --- a text
import "runtime"
import "types"

types.isType(v: runtime.version(), type: "string")
//= true

// --- an argument
import "runtime"

runtime.version(x: 1)
//! 3:20: unexpected argument `x`
