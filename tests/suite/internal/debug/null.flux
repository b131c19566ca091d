// --- of a type, and of none
import "internal/debug"

debug.null()
//= <null>
debug.null(type: "string")
//= <null>
debug.null(type: "bytes")
//= <null>
debug.null(type: "int")
//= <null>
debug.null(type: "uint")
//= <null>
debug.null(type: "float")
//= <null>
debug.null(type: "bool")
//= <null>
debug.null(type: "time")
//= <null>
debug.null(type: "duration")
//= <null>
debug.null(type: "regexp")
//= <null>
exists debug.null(type: "string")
//= false
exists debug.null(type: "int")
//= false
exists debug.null()
//= false

// --- composite
// Flux fails with another text.
import "internal/debug"

debug.null(type: "array")
//! invalid null type "array", it must be one of string, bytes, int, uint, float, bool, time, duration, regexp

// --- unknown
// Flux fails with another text.
import "internal/debug"

debug.null(type: "x")
//! invalid null type "x", it must be one of string, bytes, int, uint, float, bool, time, duration, regexp
