// --- values
import "strings"

strings.containsAny(v: "rhythm", chars: "aeiouy")
//= true
strings.containsAny(v: "rhythm", chars: "aeiou")
//= false
strings.containsAny(v: "café", chars: "é")
//= true
strings.containsAny(v: "abc", chars: "")
//= false
strings.containsAny(v: "", chars: "")
//= false

// --- null v
// Flux fails with another text.
import "internal/debug"
import "strings"

strings.containsAny(v: debug.null(type: "string"), chars: "b")
//! argument `v` is null, it must be a string

// --- null chars
// Flux fails with another text.
import "internal/debug"
import "strings"

strings.containsAny(v: "ab", chars: debug.null(type: "string"))
//! argument `chars` is null, it must be a string

// --- without v
import "strings"

strings.containsAny(chars: "b")
//! 3:1: missing required argument `v`
