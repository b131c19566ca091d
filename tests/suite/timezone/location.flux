// --- values
import "timezone"

timezone.location(name: "Europe/Berlin")
//= {offset: 0ns, zone: Europe/Berlin}
timezone.location(name: "UTC")
//= {offset: 0ns, zone: UTC}
timezone.location(name: "")
//= {offset: 0ns, zone: }
timezone.location(name: "America/Argentina/Buenos_Aires")
//= {offset: 0ns, zone: America/Argentina/Buenos_Aires}

// --- unknown
// Flux fails with another text.
import "timezone"

timezone.location(name: "Foo/Bar")
//! unknown time zone "Foo/Bar"

// --- local
// Flux fails with another text.
import "timezone"

timezone.location(name: "Local")
//! unknown time zone "Local"

// --- path
// Flux fails with another text.
import "timezone"

timezone.location(name: "../etc/passwd")
//! unknown time zone "../etc/passwd"

// --- null name
// Flux crashes here.
import "internal/debug"
import "timezone"

timezone.location(name: debug.null(type: "string"))
//! argument `name` is null, it must be a string

// --- without name
import "timezone"

timezone.location()
//! 3:1: missing required argument `name`

// --- capitals count
import "timezone"

timezone.location(name: "europe/berlin")
//! unknown time zone "europe/berlin"
