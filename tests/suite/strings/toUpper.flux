// --- letters
import "strings"

strings.toUpper(v: "Koala 7 ß")
//= KOALA 7 ß
strings.toUpper(v: "ñandú ﬁ ǆ ı")
//= ÑANDÚ ﬁ Ǆ I
strings.toUpper(v: "")
//=
strings.toUpper(v: "ΣΊΣΥΦΟΣ σίσυφος")
//= ΣΊΣΥΦΟΣ ΣΊΣΥΦΟΣ

// --- null v
// Flux fails with another text.
import "internal/debug"
import "strings"

strings.toUpper(v: debug.null(type: "string"))
//! argument `v` is null, it must be a string

// --- without v
import "strings"

strings.toUpper()
//! 3:1: missing required argument `v`
