// --- end only
import "strings"

strings.trimRight(v: "4200", cutset: "0")
//= 42
strings.trimRight(v: "0042", cutset: "0")
//= 0042
strings.trimRight(v: "xéxé", cutset: "é")
//= xéx

// --- empty
import "strings"

strings.trimRight(v: "", cutset: "0")
//=
strings.trimRight(v: "00", cutset: "")
//= 00

// --- null v
// Flux fails with another text.
import "internal/debug"
import "strings"

strings.trimRight(v: debug.null(type: "string"), cutset: "a")
//! argument `v` is null, it must be a string

// --- null cutset
// Flux fails with another text.
import "internal/debug"
import "strings"

strings.trimRight(v: "aba", cutset: debug.null(type: "string"))
//! argument `cutset` is null, it must be a string

// --- without v
import "strings"

strings.trimRight(cutset: "a")
//! 3:1: missing required argument `v`
