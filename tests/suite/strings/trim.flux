// --- both ends
import "strings"

strings.trim(v: "--load--", cutset: "-")
//= load
strings.trim(v: "xyhelloyx", cutset: "yx")
//= hello
strings.trim(v: "a-b", cutset: "-")
//= a-b

// --- characters, not bytes
import "strings"

strings.trim(v: "ééaéé", cutset: "é")
//= a
strings.trim(v: "→x→", cutset: "→ ")
//= x

// --- empty
import "strings"

strings.trim(v: "abc", cutset: "")
//= abc
strings.trim(v: "", cutset: "a")
//=
strings.trim(v: "aaa", cutset: "a")
//=

// --- null v
// Flux fails with another text.
import "internal/debug"
import "strings"

strings.trim(v: debug.null(type: "string"), cutset: "a")
//! argument `v` is null, it must be a string

// --- null cutset
// Flux fails with another text.
import "internal/debug"
import "strings"

strings.trim(v: "aba", cutset: debug.null(type: "string"))
//! argument `cutset` is null, it must be a string

// --- without v
import "strings"

strings.trim(cutset: "a")
//! 3:1: missing required argument `v`
