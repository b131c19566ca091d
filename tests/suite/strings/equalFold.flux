// --- values
import "strings"

strings.equalFold(v: "Pump", t: "PUMP")
//= true
strings.equalFold(v: "Straße", t: "STRASSE")
//= false
strings.equalFold(v: "ς", t: "Σ")
//= true
strings.equalFold(v: "K", t: "k")
//= true
strings.equalFold(v: "", t: "")
//= true
strings.equalFold(v: "a", t: "")
//= false

// --- null v
// Flux fails with another text.
import "internal/debug"
import "strings"

strings.equalFold(v: debug.null(type: "string"), t: "A")
//! argument `v` is null, it must be a string

// --- null t
// Flux fails with another text.
import "internal/debug"
import "strings"

strings.equalFold(v: "a", t: debug.null(type: "string"))
//! argument `t` is null, it must be a string

// --- without v
import "strings"

strings.equalFold(t: "A")
//! 3:1: missing required argument `v`
