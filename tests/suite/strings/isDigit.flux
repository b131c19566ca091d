// --- values
import "strings"

strings.isDigit(v: "7")
//= true
strings.isDigit(v: "x")
//= false
strings.isDigit(v: " ")
//= false
strings.isDigit(v: "-")
//= false

// --- two characters
import "strings"

strings.isDigit(v: "42")
//! "v" is not a valid argument: argument length is not equal to 1

// --- empty
import "strings"

strings.isDigit(v: "")
//! "v" is not a valid argument: argument length is not equal to 1

// --- a character of two bytes
import "strings"

strings.isDigit(v: "é")
//! "v" is not a valid argument: argument length is not equal to 1

// --- null v
// Flux fails with another text.
import "internal/debug"
import "strings"

strings.isDigit(v: debug.null(type: "string"))
//! argument `v` is null, it must be a string

// --- without v
import "strings"

strings.isDigit()
//! 3:1: missing required argument `v`
