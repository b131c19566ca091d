// --- offsets are in bytes
import "strings"

strings.lastIndex(v: "banana", substr: "na")
//= 4
strings.lastIndex(v: "éé", substr: "é")
//= 2
strings.lastIndex(v: "banana", substr: "x")
//= -1
strings.lastIndex(v: "banana", substr: "")
//= 6

// --- null v
// Flux fails with another text.
import "internal/debug"
import "strings"

strings.lastIndex(v: debug.null(type: "string"), substr: "b")
//! argument `v` is null, it must be a string

// --- null substr
// Flux fails with another text.
import "internal/debug"
import "strings"

strings.lastIndex(v: "ab", substr: debug.null(type: "string"))
//! argument `substr` is null, it must be a string

// --- without v
import "strings"

strings.lastIndex(substr: "b")
//! 3:1: missing required argument `v`
