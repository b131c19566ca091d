// --- once
import "strings"

strings.trimSuffix(v: "a.csv.csv", suffix: ".csv")
//= a.csv
strings.trimSuffix(v: "a.txt", suffix: ".csv")
//= a.txt
strings.trimSuffix(v: "a", suffix: "")
//= a
strings.trimSuffix(v: "", suffix: "x")
//=

// --- null v
// Flux fails with another text.
import "internal/debug"
import "strings"

strings.trimSuffix(v: debug.null(type: "string"), suffix: "b")
//! argument `v` is null, it must be a string

// --- null suffix
// Flux fails with another text.
import "internal/debug"
import "strings"

strings.trimSuffix(v: "ab", suffix: debug.null(type: "string"))
//! argument `suffix` is null, it must be a string

// --- without v
import "strings"

strings.trimSuffix(suffix: "b")
//! 3:1: missing required argument `v`
