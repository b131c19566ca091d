// --- values
import "strings"

strings.replaceAll(v: "a-b-c", t: "-", u: "+")
//= a+b+c
strings.replaceAll(v: "aaa", t: "aa", u: "b")
//= ba
strings.replaceAll(v: "abc", t: "", u: "·")
//= ·a·b·c·
strings.replaceAll(v: "abc", t: "x", u: "y")
//= abc

// --- null v
// Flux fails with another text.
import "internal/debug"
import "strings"

strings.replaceAll(v: debug.null(type: "string"), t: "a", u: "b")
//! argument `v` is null, it must be a string

// --- null t
// Flux fails with another text.
import "internal/debug"
import "strings"

strings.replaceAll(v: "ab", t: debug.null(type: "string"), u: "b")
//! argument `t` is null, it must be a string

// --- null u
// Flux fails with another text.
import "internal/debug"
import "strings"

strings.replaceAll(v: "ab", t: "a", u: debug.null(type: "string"))
//! argument `u` is null, it must be a string

// --- without v
import "strings"

strings.replaceAll(t: "a", u: "b")
//! 3:1: missing required argument `v`
