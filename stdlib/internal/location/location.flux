// Package location holds the place whose clock the calendar functions read.
package location


// location is the time zone, and an offset from it, that calendar functions use unless they are told another.
//
// ## Example
//
// ```
// location.zone  // => UTC
// ```
option location = {zone: "UTC", offset: 0h}
