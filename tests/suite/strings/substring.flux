// --- code points
import "strings"

strings.substring(v: "naïve", start: 2, end: 4)
//= ïv
strings.substring(v: "naïve", start: 0, end: 5)
//= naïve

// --- positions outside are moved inside
import "strings"

strings.substring(v: "naïve", start: -3, end: 2)
//= na
strings.substring(v: "naïve", start: 3, end: 99)
//= ve
strings.substring(v: "naïve", start: 4, end: 2)
//=
strings.substring(v: "naïve", start: 9, end: 12)
//=
strings.substring(v: "", start: 0, end: 1)
//=

// --- null v
// Flux crashes here.
import "internal/debug"
import "strings"

strings.substring(v: debug.null(type: "string"), start: 0, end: 2)
//! argument `v` is null, it must be a string

// --- null start
// Flux crashes here.
import "internal/debug"
import "strings"

strings.substring(v: "abc", start: debug.null(type: "int"), end: 2)
//! argument `start` is null, it must be an int

// --- null end
// Flux crashes here.
import "internal/debug"
import "strings"

strings.substring(v: "abc", start: 0, end: debug.null(type: "int"))
//! argument `end` is null, it must be an int

// --- without v
import "strings"

strings.substring(start: 0, end: 2)
//! 3:1: missing required argument `v`
