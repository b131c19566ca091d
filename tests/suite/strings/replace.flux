// --- some
import "strings"

strings.replace(v: "one one one", t: "one", u: "two", i: 2)
//= two two one
strings.replace(v: "one one one", t: "one", u: "two", i: 0)
//= one one one
strings.replace(v: "one one one", t: "one", u: "two", i: 9)
//= two two two
strings.replace(v: "one one one", t: "one", u: "", i: -1)
//=   

// --- an empty text stands between characters
import "strings"

strings.replace(v: "aéb", t: "", u: "-", i: -1)
//= -a-é-b-
strings.replace(v: "aéb", t: "", u: "-", i: 2)
//= -a-éb
strings.replace(v: "", t: "", u: "-", i: -1)
//= -

// --- null v
// Flux fails with another text.
import "internal/debug"
import "strings"

strings.replace(v: debug.null(type: "string"), t: "a", u: "b", i: 1)
//! argument `v` is null, it must be a string

// --- null t
// Flux fails with another text.
import "internal/debug"
import "strings"

strings.replace(v: "ab", t: debug.null(type: "string"), u: "b", i: 1)
//! argument `t` is null, it must be a string

// --- null u
// Flux fails with another text.
import "internal/debug"
import "strings"

strings.replace(v: "ab", t: "a", u: debug.null(type: "string"), i: 1)
//! argument `u` is null, it must be a string

// --- null i
// Flux fails with another text.
import "internal/debug"
import "strings"

strings.replace(v: "ab", t: "a", u: "b", i: debug.null(type: "int"))
//! argument `i` is null, it must be an int

// --- without v
import "strings"

strings.replace(t: "a", u: "b", i: 1)
//! 3:1: missing required argument `v`
