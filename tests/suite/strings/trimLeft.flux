// --- start only
import "strings"

strings.trimLeft(v: "0042", cutset: "0")
//= 42
strings.trimLeft(v: "4200", cutset: "0")
//= 4200
strings.trimLeft(v: "éxé", cutset: "xé")
//=

// --- empty
import "strings"

strings.trimLeft(v: "", cutset: "0")
//=
strings.trimLeft(v: "00", cutset: "")
//= 00

// --- null v
// Flux fails with another text.
import "internal/debug"
import "strings"

strings.trimLeft(v: debug.null(type: "string"), cutset: "a")
//! argument `v` is null, it must be a string

// --- null cutset
// Flux fails with another text.
import "internal/debug"
import "strings"

strings.trimLeft(v: "aba", cutset: debug.null(type: "string"))
//! argument `cutset` is null, it must be a string

// --- without v
import "strings"

strings.trimLeft(cutset: "a")
//! 3:1: missing required argument `v`
