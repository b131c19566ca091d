// --- values
import "regexp"

regexp.getString(r: /a+\/b/)
//= a+/b
regexp.getString(r: /(?i)x/)
//= (?i)x
regexp.getString(r: regexp.compile(v: "a/b"))
//= a/b

// --- null r
// Flux fails with another text.
import "internal/debug"
import "regexp"

regexp.getString(r: debug.null(type: "regexp"))
//! argument `r` is null, it must be a regexp

// --- without r
import "regexp"

regexp.getString()
//! 3:1: missing required argument `r`
