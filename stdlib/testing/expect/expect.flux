// Package expect tells what a test expects of the planner.
package expect


// planner expects that rules are used so many times.
builtin planner : (rules: [string:int]) => {}
