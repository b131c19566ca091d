// --- values
import "strings"

strings.splitN(v: "key=a=b", t: "=", i: 2)
//= [key, a=b]
strings.splitN(v: "key=a=b", t: "=", i: -1)
//= [key, a, b]
strings.splitN(v: "key=a=b", t: "=", i: 0)
//= []
strings.splitN(v: "key=a=b", t: "=", i: 1)
//= [key=a=b]
strings.splitN(v: "héy", t: "", i: 2)
//= [h, éy]

// --- null v
// Flux fails with another text.
import "internal/debug"
import "strings"

strings.splitN(v: debug.null(type: "string"), t: ",", i: 1)
//! argument `v` is null, it must be a string

// --- null t
// Flux fails with another text.
import "internal/debug"
import "strings"

strings.splitN(v: "a,b", t: debug.null(type: "string"), i: 1)
//! argument `t` is null, it must be a string

// --- null i
// Flux fails with another text.
import "internal/debug"
import "strings"

strings.splitN(v: "a,b", t: ",", i: debug.null(type: "int"))
//! argument `i` is null, it must be an int

// --- without v
import "strings"

strings.splitN(t: ",", i: 1)
//! 3:1: missing required argument `v`
