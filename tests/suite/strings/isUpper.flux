// --- values
import "strings"

strings.isUpper(v: "x")
//= false
strings.isUpper(v: "X")
//= true
strings.isUpper(v: "7")
//= false

// --- two characters
import "strings"

strings.isUpper(v: "AB")
//! "v" is not a valid argument: argument length is not equal to 1

// --- null v
// Flux fails with another text.
import "internal/debug"
import "strings"

strings.isUpper(v: debug.null(type: "string"))
//! argument `v` is null, it must be a string

// --- without v
import "strings"

strings.isUpper()
//! 3:1: missing required argument `v`
