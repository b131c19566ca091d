// --- values
import "strings"

strings.compare(v: "a", t: "b")
//= -1
strings.compare(v: "b", t: "a")
//= 1
strings.compare(v: "a", t: "a")
//= 0
strings.compare(v: "", t: "a")
//= -1
strings.compare(v: "Z", t: "a")
//= -1
strings.compare(v: "é", t: "z")
//= 1

// --- null v
// Flux fails with another text.
import "internal/debug"
import "strings"

strings.compare(v: debug.null(type: "string"), t: "b")
//! argument `v` is null, it must be a string

// --- null t
// Flux fails with another text.
import "internal/debug"
import "strings"

strings.compare(v: "a", t: debug.null(type: "string"))
//! argument `t` is null, it must be a string

// --- without v
import "strings"

strings.compare(t: "b")
//! 3:1: missing required argument `v`
