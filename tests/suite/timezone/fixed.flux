// --- values
import "timezone"

timezone.fixed(offset: -5h)
//= {offset: -5h, zone: UTC}
timezone.fixed(offset: 0s)
//= {offset: 0ns, zone: UTC}
timezone.fixed(offset: 90m).zone
//= UTC

// --- without offset
import "timezone"

timezone.fixed()
//! 3:1: missing required argument `offset`
