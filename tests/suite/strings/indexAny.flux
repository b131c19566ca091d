// --- offsets are in bytes
import "strings"

strings.indexAny(v: "banana", chars: "xyzn")
//= 2
strings.indexAny(v: "héllo", chars: "ol")
//= 3
strings.indexAny(v: "banana", chars: "xyz")
//= -1
strings.indexAny(v: "banana", chars: "")
//= -1

// --- null v
// Flux fails with another text.
import "internal/debug"
import "strings"

strings.indexAny(v: debug.null(type: "string"), chars: "b")
//! argument `v` is null, it must be a string

// --- null chars
// Flux fails with another text.
import "internal/debug"
import "strings"

strings.indexAny(v: "ab", chars: debug.null(type: "string"))
//! argument `chars` is null, it must be a string

// --- without v
import "strings"

strings.indexAny(chars: "b")
//! 3:1: missing required argument `v`
