// Package boolean holds the two truth values.
package boolean


// true is the truth value of what holds.
//
// ## Example
//
// ```
// not false  // => true
// ```
builtin true : bool

// false is the truth value of what does not hold.
//
// ## Example
//
// ```
// 1 == 2  // => false
// ```
builtin false : bool
