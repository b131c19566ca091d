// Package regexp works with regular expressions.
//
// A literal is written between slashes: `/a+/`.
package regexp


// compile makes a regular expression of the text `v`.
//
// ## Example
//
// ```
// import "regexp"
//
// "pump-7" =~ regexp.compile(v: "[0-9]+$")  // => true
// ```
builtin compile : (v: string) => regexp

// quoteMeta returns the text of an expression that matches `v` itself.
//
// ## Example
//
// ```
// import "regexp"
//
// regexp.quoteMeta(v: "1+1")  // => 1\+1
// ```
builtin quoteMeta : (v: string) => string

// findString returns the first match of `r` in `v`, or an empty text.
//
// ## Example
//
// ```
// import "regexp"
//
// regexp.findString(r: /[0-9]+/, v: "pump-7 at 80")  // => 7
// ```
builtin findString : (r: regexp, v: string) => string

// findStringIndex returns the offsets in bytes where the first match of `r` in `v` starts and ends, or an empty array.
//
// ## Example
//
// ```
// import "regexp"
//
// regexp.findStringIndex(r: /[0-9]+/, v: "pump-7")  // => [5, 6]
// ```
builtin findStringIndex : (r: regexp, v: string) => [int]

// matchRegexpString tells whether there is a match of `r` in `v`.
//
// ## Example
//
// ```
// import "regexp"
//
// regexp.matchRegexpString(r: /^p/, v: "pump")  // => true
// ```
builtin matchRegexpString : (r: regexp, v: string) => bool

// replaceAllString puts `t` in the place of each match of `r` in `v`; `$1` and `${name}` in it stand for groups, `$$` for a
// dollar.
//
// ## Example
//
// ```
// import "regexp"
//
// regexp.replaceAllString(r: /(\w)-(\w)/, v: "a-b c-d", t: "$2-$1")  // => b-a d-c
// ```
builtin replaceAllString : (r: regexp, v: string, t: string) => string

// splitRegexp cuts `v` at each match of `r` into `i` parts at most, or into all if `i` is negative.
//
// ## Example
//
// ```
// import "regexp"
//
// regexp.splitRegexp(r: /[,;]/, v: "a,b;c", i: -1)  // => [a, b, c]
// ```
builtin splitRegexp : (r: regexp, v: string, i: int) => [string]

// getString returns the text of the expression `r`.
//
// ## Example
//
// ```
// import "regexp"
//
// regexp.getString(r: /a+/)  // => a+
// ```
builtin getString : (r: regexp) => string
