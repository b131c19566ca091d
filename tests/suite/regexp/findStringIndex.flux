// --- offsets are in bytes
import "regexp"

regexp.findStringIndex(r: /[0-9]+/, v: "pump-77")
//= [5, 7]
regexp.findStringIndex(r: /l+/, v: "héllo")
//= [3, 5]
regexp.findStringIndex(r: /$/, v: "abc")
//= [3, 3]
regexp.findStringIndex(r: /z/, v: "abc")
//= []

// --- null r
// Flux fails with another text.
import "internal/debug"
import "regexp"

regexp.findStringIndex(r: debug.null(type: "regexp"), v: "a")
//! argument `r` is null, it must be a regexp

// --- null v
// Flux fails with another text.
import "internal/debug"
import "regexp"

regexp.findStringIndex(r: /a/, v: debug.null(type: "string"))
//! argument `v` is null, it must be a string

// --- without r
import "regexp"

regexp.findStringIndex(v: "a")
//! 3:1: missing required argument `r`
