// Package planner sets up how queries are planned.
package planner


// disableLogicalRules lists rules that are not used; here it has no effect.
//
// ## Example
//
// ```
// import "planner"
//
// length(arr: planner.disableLogicalRules)  // => 1
// ```
option disableLogicalRules = [""]

// disablePhysicalRules lists rules that are not used; here it has no effect.
//
// ## Example
//
// ```
// import "planner"
//
// length(arr: planner.disablePhysicalRules)  // => 1
// ```
option disablePhysicalRules = [""]
