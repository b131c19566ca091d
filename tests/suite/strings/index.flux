// --- offsets are in bytes
import "strings"

strings.index(v: "banana", substr: "na")
//= 2
strings.index(v: "héllo", substr: "l")
//= 3
strings.index(v: "banana", substr: "x")
//= -1
strings.index(v: "banana", substr: "")
//= 0
strings.index(v: "", substr: "a")
//= -1

// --- null v
// Flux fails with another text.
import "internal/debug"
import "strings"

strings.index(v: debug.null(type: "string"), substr: "b")
//! argument `v` is null, it must be a string

// --- null substr
// Flux fails with another text.
import "internal/debug"
import "strings"

strings.index(v: "ab", substr: debug.null(type: "string"))
//! argument `substr` is null, it must be a string

// --- without v
import "strings"

strings.index(substr: "b")
//! 3:1: missing required argument `v`
