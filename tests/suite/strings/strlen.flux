// --- code points
import "strings"

strings.strlen(v: "naïve")
//= 5
strings.strlen(v: "")
//= 0
strings.strlen(v: "👩‍🚒")
//= 3
strings.strlen(v: "e\xcc\x81")
//= 2

// --- null v
// Flux fails with another text.
import "internal/debug"
import "strings"

strings.strlen(v: debug.null(type: "string"))
//! argument `v` is null, it must be a string

// --- without v
import "strings"

strings.strlen()
//! 3:1: missing required argument `v`
