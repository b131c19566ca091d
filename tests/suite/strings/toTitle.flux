// --- letters
import "strings"

strings.toTitle(v: "koala 7 ß")
//= KOALA 7 ß
strings.toTitle(v: "ǆ ǳ ﬁ")
//= ǅ ǲ ﬁ
strings.toTitle(v: "")
//=

// --- null v
// Flux fails with another text.
import "internal/debug"
import "strings"

strings.toTitle(v: debug.null(type: "string"))
//! argument `v` is null, it must be a string

// --- without v
import "strings"

strings.toTitle()
//! 3:1: missing required argument `v`
