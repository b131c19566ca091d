// --- values
import "regexp"

regexp.compile(v: "[0-9]+$")
//= [0-9]+$
regexp.compile(v: "")
//=
regexp.compile(v: "a/b")
//= a/b
"pump-7" =~ regexp.compile(v: "-[0-9]$")
//= true
regexp.compile(v: "a|b")
//= a|b

// --- missing parenthesis
// Flux fails with another text.
import "regexp"

regexp.compile(v: "a(")
//! cannot parse the regular expression: unclosed group

// --- look-ahead
// Flux fails with another text.
import "regexp"

regexp.compile(v: "a(?=b)")
//! cannot parse the regular expression: look-around, including look-ahead and look-behind, is not supported

// --- back-reference
// Flux fails with another text.
import "regexp"

regexp.compile(v: "(a)\\1")
//! cannot parse the regular expression: invalid escape sequence: `\1`

// --- null v
// Flux fails with another text.
import "internal/debug"
import "regexp"

regexp.compile(v: debug.null(type: "string"))
//! argument `v` is null, it must be a string

// --- without v
import "regexp"

regexp.compile()
//! 3:1: missing required argument `v`
