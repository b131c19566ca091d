// --- values
import "strings"

strings.joinStr(arr: ["red", "green"], v: ", ")
//= red, green
strings.joinStr(arr: ["red"], v: ", ")
//= red
strings.joinStr(arr: [], v: ", ")
//=
strings.joinStr(arr: ["a", "", "b"], v: "")
//= ab

// --- a null element
// Flux fails with another text.
import "internal/debug"
import "strings"

strings.joinStr(arr: ["a", debug.null(type: "string")], v: ",")
//! element 1 of argument `arr` must be a string, found null

// --- ints
import "strings"

strings.joinStr(arr: [1, 2], v: ",")
//! 3:22: expected `string`, found `int` in argument `arr`

// --- null v
// Flux fails with another text.
import "internal/debug"
import "strings"

strings.joinStr(arr: ["a"], v: debug.null(type: "string"))
//! argument `v` is null, it must be a string

// --- without arr
import "strings"

strings.joinStr(v: ",")
//! 3:1: missing required argument `arr`
