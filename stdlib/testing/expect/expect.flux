// Package expect tells what a test expects of the planner.
package expect


// planner expects that planner rules are used so many times, which `rules` tells by their names.
//
// ## Example
//
// ```
// import "testing/expect"
//
// expect.planner(rules: ["PushDownRangeRule": 1])
// ```
builtin planner : (rules: [string:int]) => {}
