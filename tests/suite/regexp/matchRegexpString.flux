// --- values
import "regexp"

regexp.matchRegexpString(r: /^p/, v: "pump")
//= true
regexp.matchRegexpString(r: /^u/, v: "pump")
//= false
regexp.matchRegexpString(r: /\bcat\b/, v: "a cat sat")
//= true
regexp.matchRegexpString(r: /a/, v: "")
//= false
regexp.matchRegexpString(r: /\//, v: "a/b")
//= true

// --- null r
// Flux fails with another text.
import "internal/debug"
import "regexp"

regexp.matchRegexpString(r: debug.null(type: "regexp"), v: "a")
//! argument `r` is null, it must be a regexp

// --- null v
// Flux fails with another text.
import "internal/debug"
import "regexp"

regexp.matchRegexpString(r: /a/, v: debug.null(type: "string"))
//! argument `v` is null, it must be a string

// --- without r
import "regexp"

regexp.matchRegexpString(v: "a")
//! 3:1: missing required argument `r`
