// --- letters
import "strings"

strings.toLower(v: "KOALA 7 ẞ")
//= koala 7 ß
strings.toLower(v: "ÑANDÚ İ Σ ΟΔΟΣ")
//= ñandú i σ οδοσ
strings.toLower(v: "")
//=

// --- null v
// Flux fails with another text.
import "internal/debug"
import "strings"

strings.toLower(v: debug.null(type: "string"))
//! argument `v` is null, it must be a string

// --- without v
import "strings"

strings.toLower()
//! 3:1: missing required argument `v`
