// Package profiler asks for measurements of a script.
package profiler


// enabledProfilers lists what is measured; here it has no effect.
//
// ## Example
//
// ```
// import "profiler"
//
// length(arr: profiler.enabledProfilers)  // => 1
// ```
option enabledProfilers = [""]
