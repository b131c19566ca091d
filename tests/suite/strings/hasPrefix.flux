// --- values
import "strings"

strings.hasPrefix(v: "pump-7", prefix: "pump")
//= true
strings.hasPrefix(v: "pump-7", prefix: "Pump")
//= false
strings.hasPrefix(v: "pump", prefix: "")
//= true
strings.hasPrefix(v: "", prefix: "x")
//= false

// --- null v
// Flux fails with another text.
import "internal/debug"
import "strings"

strings.hasPrefix(v: debug.null(type: "string"), prefix: "a")
//! argument `v` is null, it must be a string

// --- null prefix
// Flux fails with another text.
import "internal/debug"
import "strings"

strings.hasPrefix(v: "ab", prefix: debug.null(type: "string"))
//! argument `prefix` is null, it must be a string

// --- without v
import "strings"

strings.hasPrefix(prefix: "a")
//! 3:1: missing required argument `v`
