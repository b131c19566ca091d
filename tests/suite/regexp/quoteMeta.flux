// --- values
import "regexp"

regexp.quoteMeta(v: "1+1=2 (a|b)* [x]{2} ^$ \\ .?")
//= 1\+1=2 \(a\|b\)\* \[x\]\{2\} \^\$ \\ \.\?
regexp.quoteMeta(v: "plain é /")
//= plain é /
regexp.quoteMeta(v: "")
//=

// --- null v
// Flux fails with another text.
import "internal/debug"
import "regexp"

regexp.quoteMeta(v: debug.null(type: "string"))
//! argument `v` is null, it must be a string

// --- without v
import "regexp"

regexp.quoteMeta()
//! 3:1: missing required argument `v`
