// --- values
import "strings"

strings.isLetter(v: "x")
//= true
strings.isLetter(v: "X")
//= true
strings.isLetter(v: "7")
//= false
strings.isLetter(v: "_")
//= false

// --- two characters
import "strings"

strings.isLetter(v: "ab")
//! "v" is not a valid argument: argument length is not equal to 1

// --- a character of two bytes
import "strings"

strings.isLetter(v: "é")
//! "v" is not a valid argument: argument length is not equal to 1

// --- null v
// Flux fails with another text.
import "internal/debug"
import "strings"

strings.isLetter(v: debug.null(type: "string"))
//! argument `v` is null, it must be a string

// --- without v
import "strings"

strings.isLetter()
//! 3:1: missing required argument `v`
