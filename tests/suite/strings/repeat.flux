// --- values
import "strings"

strings.repeat(v: "na", i: 3)
//= nanana
strings.repeat(v: "na", i: 0)
//=
strings.repeat(v: "", i: 1000)
//=

// --- a negative count
// Flux crashes here.
import "strings"

strings.repeat(v: "na", i: -1)
//! argument `i` must not be negative, found -1

// --- a float
import "strings"

strings.repeat(v: "na", i: 1.0)
//! 3:28: expected `int`, found `float` in argument `i`

// --- null v
// Flux fails with another text.
import "internal/debug"
import "strings"

strings.repeat(v: debug.null(type: "string"), i: 2)
//! argument `v` is null, it must be a string

// --- null i
// Flux fails with another text.
import "internal/debug"
import "strings"

strings.repeat(v: "a", i: debug.null(type: "int"))
//! argument `i` is null, it must be an int

// --- without v
import "strings"

strings.repeat(i: 2)
//! 3:1: missing required argument `v`
