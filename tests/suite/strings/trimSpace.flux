// --- white space
import "strings"

strings.trimSpace(v: "  two words\t\r\n")
//= two words
strings.trimSpace(v: "none")
//= none
strings.trimSpace(v: " \n ")
//=
strings.trimSpace(v: "")
//=

// --- beyond ascii
import "strings"

strings.trimSpace(v: "\xc2\xa0x\xe2\x80\x83")
//= x
strings.trimSpace(v: "\xe2\x80\x8bx")
//= ​x

// --- null v
// Flux fails with another text.
import "internal/debug"
import "strings"

strings.trimSpace(v: debug.null(type: "string"))
//! argument `v` is null, it must be a string

// --- without v
import "strings"

strings.trimSpace()
//! 3:1: missing required argument `v`
