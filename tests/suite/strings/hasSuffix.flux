// --- values
import "strings"

strings.hasSuffix(v: "pump-7", suffix: "-7")
//= true
strings.hasSuffix(v: "pump-7", suffix: "pump")
//= false
strings.hasSuffix(v: "pump", suffix: "")
//= true
strings.hasSuffix(v: "", suffix: "x")
//= false

// --- null v
// Flux fails with another text.
import "internal/debug"
import "strings"

strings.hasSuffix(v: debug.null(type: "string"), suffix: "b")
//! argument `v` is null, it must be a string

// --- null suffix
// Flux fails with another text.
import "internal/debug"
import "strings"

strings.hasSuffix(v: "ab", suffix: debug.null(type: "string"))
//! argument `suffix` is null, it must be a string

// --- without v
import "strings"

strings.hasSuffix(suffix: "b")
//! 3:1: missing required argument `v`
