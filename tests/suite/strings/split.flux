// --- values
import "strings"

strings.split(v: "red,green,,blue,", t: ",")
//= [
//=     red,
//=     green,
//=     ,
//=     blue,
//=     
//= ]
strings.split(v: "none", t: ",")
//= [none]
strings.split(v: "", t: ",")
//= []

// --- into characters
import "strings"

strings.split(v: "héy", t: "")
//= [h, é, y]
strings.split(v: "", t: "")
//= []
length(arr: strings.split(v: "", t: ""))
//= 0
length(arr: strings.split(v: "", t: ","))
//= 1

// --- null v
// Flux fails with another text.
import "internal/debug"
import "strings"

strings.split(v: debug.null(type: "string"), t: ",")
//! argument `v` is null, it must be a string

// --- null t
// Flux fails with another text.
import "internal/debug"
import "strings"

strings.split(v: "a,b", t: debug.null(type: "string"))
//! argument `t` is null, it must be a string

// --- without v
import "strings"

strings.split(t: ",")
//! 3:1: missing required argument `v`
