// --- groups
import "regexp"

regexp.replaceAllString(r: /(\w)-(\w)/, v: "a-b c-d", t: "$2-$1")
//= b-a d-c
regexp.replaceAllString(r: /(?P<first>\w)-(\w)/, v: "a-b", t: "\${first}!")
//= a!
regexp.replaceAllString(r: /(\w)-(\w)/, v: "a-b", t: "$1x")
//=
regexp.replaceAllString(r: /(\w)-(\w)/, v: "a-b", t: "\${1}x")
//= ax
regexp.replaceAllString(r: /a/, v: "banana", t: "$$")
//= b$n$n$
regexp.replaceAllString(r: /a/, v: "banana", t: "$9")
//= bnn
regexp.replaceAllString(r: /a/, v: "banana", t: "$0$0")
//= baanaanaa

// --- empty matches
import "regexp"

regexp.replaceAllString(r: /x*/, v: "abc", t: "-")
//= -a-b-c-
regexp.replaceAllString(r: /a/, v: "banana", t: "")
//= bnn
regexp.replaceAllString(r: /z/, v: "banana", t: "y")
//= banana

// --- null r
// Flux fails with another text.
import "internal/debug"
import "regexp"

regexp.replaceAllString(r: debug.null(type: "regexp"), v: "a", t: "b")
//! argument `r` is null, it must be a regexp

// --- null v
// Flux fails with another text.
import "internal/debug"
import "regexp"

regexp.replaceAllString(r: /a/, v: debug.null(type: "string"), t: "b")
//! argument `v` is null, it must be a string

// --- null t
// Flux fails with another text.
import "internal/debug"
import "regexp"

regexp.replaceAllString(r: /a/, v: "a", t: debug.null(type: "string"))
//! argument `t` is null, it must be a string

// --- without r
import "regexp"

regexp.replaceAllString(v: "a", t: "b")
//! 3:1: missing required argument `r`
