// --- without overlap
import "strings"

strings.countStr(v: "banana", substr: "an")
//= 2
strings.countStr(v: "aaaa", substr: "aa")
//= 2
strings.countStr(v: "banana", substr: "x")
//= 0

// --- empty text counts the places between characters
import "strings"

strings.countStr(v: "héllo", substr: "")
//= 6
strings.countStr(v: "", substr: "")
//= 1

// --- null v
// Flux fails with another text.
import "internal/debug"
import "strings"

strings.countStr(v: debug.null(type: "string"), substr: "a")
//! argument `v` is null, it must be a string

// --- null substr
// Flux fails with another text.
import "internal/debug"
import "strings"

strings.countStr(v: "ab", substr: debug.null(type: "string"))
//! argument `substr` is null, it must be a string

// --- without v
import "strings"

strings.countStr(substr: "a")
//! 3:1: missing required argument `v`
