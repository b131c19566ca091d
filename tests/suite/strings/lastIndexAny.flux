// --- offsets are in bytes
import "strings"

strings.lastIndexAny(v: "banana", chars: "bn")
//= 4
strings.lastIndexAny(v: "éaé", chars: "é")
//= 3
strings.lastIndexAny(v: "banana", chars: "")
//= -1
strings.lastIndexAny(v: "", chars: "a")
//= -1

// --- null v
// Flux fails with another text.
import "internal/debug"
import "strings"

strings.lastIndexAny(v: debug.null(type: "string"), chars: "b")
//! argument `v` is null, it must be a string

// --- null chars
// Flux fails with another text.
import "internal/debug"
import "strings"

strings.lastIndexAny(v: "ab", chars: debug.null(type: "string"))
//! argument `chars` is null, it must be a string

// --- without v
import "strings"

strings.lastIndexAny(chars: "b")
//! 3:1: missing required argument `v`
