// --- values
import "strings"

strings.containsStr(v: "haystack", substr: "sta")
//= true
strings.containsStr(v: "haystack", substr: "STA")
//= false
strings.containsStr(v: "haystack", substr: "")
//= true
strings.containsStr(v: "", substr: "")
//= true
strings.containsStr(v: "", substr: "a")
//= false

// --- null v
// Flux fails with another text.
import "internal/debug"
import "strings"

strings.containsStr(v: debug.null(type: "string"), substr: "b")
//! argument `v` is null, it must be a string

// --- null substr
// Flux fails with another text.
import "internal/debug"
import "strings"

strings.containsStr(v: "ab", substr: debug.null(type: "string"))
//! argument `substr` is null, it must be a string

// --- without v
import "strings"

strings.containsStr(substr: "b")
//! 3:1: missing required argument `v`
