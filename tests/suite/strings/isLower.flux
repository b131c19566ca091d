// --- values
import "strings"

strings.isLower(v: "x")
//= true
strings.isLower(v: "X")
//= false
strings.isLower(v: "7")
//= false

// --- empty
import "strings"

strings.isLower(v: "")
//! "v" is not a valid argument: argument length is not equal to 1

// --- null v
// Flux fails with another text.
import "internal/debug"
import "strings"

strings.isLower(v: debug.null(type: "string"))
//! argument `v` is null, it must be a string

// --- without v
import "strings"

strings.isLower()
//! 3:1: missing required argument `v`
