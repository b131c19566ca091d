// --- once
import "strings"

strings.trimPrefix(v: "dev-dev-pump", prefix: "dev-")
//= dev-pump
strings.trimPrefix(v: "pump", prefix: "dev-")
//= pump
strings.trimPrefix(v: "pump", prefix: "")
//= pump
strings.trimPrefix(v: "", prefix: "x")
//=
strings.trimPrefix(v: "pump", prefix: "pump")
//=

// --- null v
// Flux fails with another text.
import "internal/debug"
import "strings"

strings.trimPrefix(v: debug.null(type: "string"), prefix: "a")
//! argument `v` is null, it must be a string

// --- null prefix
// Flux fails with another text.
import "internal/debug"
import "strings"

strings.trimPrefix(v: "ab", prefix: debug.null(type: "string"))
//! argument `prefix` is null, it must be a string

// --- without v
import "strings"

strings.trimPrefix(prefix: "a")
//! 3:1: missing required argument `v`
