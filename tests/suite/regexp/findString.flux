// --- leftmost
import "regexp"

regexp.findString(r: /[0-9]+/, v: "pump-7 at 80")
//= 7
regexp.findString(r: /a|ab/, v: "xab")
//= a
regexp.findString(r: /z/, v: "abc")
//=
regexp.findString(r: /a*?/, v: "aaa")
//=
regexp.findString(r: /é+/, v: "caféé")
//= éé

// --- flags and classes
import "regexp"

regexp.findString(r: /(?i)PUMP/, v: "a pump")
//= pump
regexp.findString(r: /\d{2,3}/, v: "1 22 4444")
//= 22
regexp.findString(r: /\pL+/, v: "12 naïve")
//= naïve
regexp.findString(r: /(?m)^b$/, v: "a\nb")
//= b
regexp.findString(r: /(?s)a.b/, v: "a\nb")
//= a
//= b
regexp.findString(r: /a.b/, v: "a\nb")
//=

// --- null r
// Flux fails with another text.
import "internal/debug"
import "regexp"

regexp.findString(r: debug.null(type: "regexp"), v: "a")
//! argument `r` is null, it must be a regexp

// --- null v
// Flux fails with another text.
import "internal/debug"
import "regexp"

regexp.findString(r: /a/, v: debug.null(type: "string"))
//! argument `v` is null, it must be a string

// --- without r
import "regexp"

regexp.findString(v: "a")
//! 3:1: missing required argument `r`
