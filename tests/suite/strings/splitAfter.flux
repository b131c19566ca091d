// --- values
import "strings"

strings.splitAfter(v: "a;b;c", t: ";")
//= [a;, b;, c]
strings.splitAfter(v: "a;", t: ";")
//= [a;, ]
strings.splitAfter(v: "aé", t: "")
//= [a, é]
strings.splitAfter(v: "", t: ";")
//= []

// --- null v
// Flux fails with another text.
import "internal/debug"
import "strings"

strings.splitAfter(v: debug.null(type: "string"), t: ",")
//! argument `v` is null, it must be a string

// --- null t
// Flux fails with another text.
import "internal/debug"
import "strings"

strings.splitAfter(v: "a,b", t: debug.null(type: "string"))
//! argument `t` is null, it must be a string

// --- without v
import "strings"

strings.splitAfter(t: ",")
//! 3:1: missing required argument `v`
