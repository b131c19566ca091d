// --- values
import "regexp"

regexp.splitRegexp(r: /[,;]/, v: "a,b;c", i: -1)
//= [a, b, c]
regexp.splitRegexp(r: /[,;]/, v: "a,b;c", i: 2)
//= [a, b;c]
regexp.splitRegexp(r: /[,;]/, v: "a,b;c", i: 0)
//= []
regexp.splitRegexp(r: /[,;]/, v: "a,b;c", i: 1)
//= [a,b;c]
regexp.splitRegexp(r: /,/, v: ",a,", i: -1)
//= [, a, ]

// --- empty matches and texts
import "regexp"

regexp.splitRegexp(r: /x*/, v: "axbc", i: -1)
//= [a, b, c]
regexp.splitRegexp(r: /,/, v: "", i: -1)
//= []

// --- null r
// Flux fails with another text.
import "internal/debug"
import "regexp"

regexp.splitRegexp(r: debug.null(type: "regexp"), v: "axb", i: -1)
//! argument `r` is null, it must be a regexp

// --- null v
// Flux fails with another text.
import "internal/debug"
import "regexp"

regexp.splitRegexp(r: /x/, v: debug.null(type: "string"), i: -1)
//! argument `v` is null, it must be a string

// --- null i
// Flux fails with another text.
import "internal/debug"
import "regexp"

regexp.splitRegexp(r: /x/, v: "axb", i: debug.null(type: "int"))
//! argument `i` is null, it must be an int

// --- without r
import "regexp"

regexp.splitRegexp(v: "axb", i: -1)
//! 3:1: missing required argument `r`
