// --- words
import "strings"

strings.title(v: "hello wOrld x-y")
//= Hello WOrld X-Y
strings.title(v: "it's under_score 3rd b2b")
//= It'S Under_score 3rd B2b

// --- beyond ascii
import "strings"

strings.title(v: "élan vital ñandú")
//= Élan Vital Ñandú
strings.title(v: "ǆungla ßtraße")
//= ǅungla ßtraße

// --- empty and space
import "strings"

strings.title(v: "")
//=
strings.title(v: "  two  spaces ")
//=   Two  Spaces 
strings.title(v: "a\tb\nc")
//= A	B
//= C

// --- null v
// Flux fails with another text.
import "internal/debug"
import "strings"

strings.title(v: debug.null(type: "string"))
//! argument `v` is null, it must be a string

// --- without v
import "strings"

strings.title()
//! 3:1: missing required argument `v`

// --- an int
import "strings"

strings.title(v: 12)
//! 3:18: expected `string`, found `int` in argument `v`
