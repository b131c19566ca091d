// --- no such flag
import "internal/debug"

exists debug.feature(key: "none of that name")
//= false

// --- without key
import "internal/debug"

debug.feature()
//! 3:1: missing required argument `key`
