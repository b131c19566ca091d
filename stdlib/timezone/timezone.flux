// Package timezone names the places whose clocks the calendar functions read.
package timezone


// utc is the place whose clock shows UTC.
//
// ## Example
//
// ```
// import "timezone"
//
// timezone.utc.zone  // => UTC
// ```
utc = {zone: "UTC", offset: 0h}

// fixed returns a place whose clock is always `offset` before UTC.
//
// ## Example
//
// ```
// import "timezone"
//
// timezone.fixed(offset: -5h)  // => {offset: -5h, zone: UTC}
// ```
fixed = (offset) => ({zone: "UTC", offset: offset})

// location returns the place of the zone `name` in the database of time zones.
//
// ## Example
//
// ```
// import "timezone"
//
// timezone.location(name: "Europe/Berlin")  // => {offset: 0ns, zone: Europe/Berlin}
// ```
builtin location : (name: string) => {zone: string, offset: duration}
