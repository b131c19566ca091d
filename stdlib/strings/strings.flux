// Package strings works with texts.
//
// Positions count bytes, except in `strlen` and `substring`, which count code points.
package strings


// title returns `v` with the first letter of each word in title case; the rest stays as it is.
//
// ## Example
//
// ```
// import "strings"
//
// strings.title(v: "every wheel needs oil")  // => Every Wheel Needs Oil
// ```
builtin title : (v: string) => string

// toUpper returns `v` in upper case. Each letter maps to one letter, so `ß` stays.
//
// ## Example
//
// ```
// import "strings"
//
// strings.toUpper(v: "Straße 5")  // => STRAßE 5
// ```
builtin toUpper : (v: string) => string

// toLower returns `v` in lower case. Each letter maps to one letter.
//
// ## Example
//
// ```
// import "strings"
//
// strings.toLower(v: "North GATE")  // => north gate
// ```
builtin toLower : (v: string) => string

// toTitle returns `v` with each letter in title case.
//
// ## Example
//
// ```
// import "strings"
//
// strings.toTitle(v: "north gate")  // => NORTH GATE
// ```
builtin toTitle : (v: string) => string

// trim removes the characters of `cutset` from both ends of `v`.
//
// ## Example
//
// ```
// import "strings"
//
// strings.trim(v: "--load--", cutset: "-")  // => load
// ```
builtin trim : (v: string, cutset: string) => string

// trimLeft removes the characters of `cutset` from the start of `v`.
//
// ## Example
//
// ```
// import "strings"
//
// strings.trimLeft(v: "0042", cutset: "0")  // => 42
// ```
builtin trimLeft : (v: string, cutset: string) => string

// trimRight removes the characters of `cutset` from the end of `v`.
//
// ## Example
//
// ```
// import "strings"
//
// strings.trimRight(v: "4200", cutset: "0")  // => 42
// ```
builtin trimRight : (v: string, cutset: string) => string

// trimPrefix removes `prefix` from the start of `v`, once.
//
// ## Example
//
// ```
// import "strings"
//
// strings.trimPrefix(v: "dev-pump-7", prefix: "dev-")  // => pump-7
// ```
builtin trimPrefix : (v: string, prefix: string) => string

// trimSuffix removes `suffix` from the end of `v`, once.
//
// ## Example
//
// ```
// import "strings"
//
// strings.trimSuffix(v: "report.csv", suffix: ".csv")  // => report
// ```
builtin trimSuffix : (v: string, suffix: string) => string

// trimSpace removes white space from both ends of `v`.
//
// ## Example
//
// ```
// import "strings"
//
// strings.trimSpace(v: "  two words ")  // => two words
// ```
builtin trimSpace : (v: string) => string

// hasPrefix tells whether `v` starts with `prefix`.
//
// ## Example
//
// ```
// import "strings"
//
// strings.hasPrefix(v: "pump-7", prefix: "pump")  // => true
// ```
builtin hasPrefix : (v: string, prefix: string) => bool

// hasSuffix tells whether `v` ends with `suffix`.
//
// ## Example
//
// ```
// import "strings"
//
// strings.hasSuffix(v: "pump-7", suffix: "-8")  // => false
// ```
builtin hasSuffix : (v: string, suffix: string) => bool

// containsStr tells whether `substr` stands anywhere in `v`.
//
// ## Example
//
// ```
// import "strings"
//
// strings.containsStr(v: "haystack", substr: "sta")  // => true
// ```
builtin containsStr : (v: string, substr: string) => bool

// containsAny tells whether any character of `chars` stands in `v`.
//
// ## Example
//
// ```
// import "strings"
//
// strings.containsAny(v: "rhythm", chars: "aeiou")  // => false
// ```
builtin containsAny : (v: string, chars: string) => bool

// equalFold tells whether `v` and `t` are equal but for their case.
//
// ## Example
//
// ```
// import "strings"
//
// strings.equalFold(v: "Pump", t: "PUMP")  // => true
// ```
builtin equalFold : (v: string, t: string) => bool

// compare returns -1, 0 or 1, as `v` comes before `t`, is equal to it, or comes after it, byte by byte.
//
// ## Example
//
// ```
// import "strings"
//
// [strings.compare(v: "a", t: "b"), strings.compare(v: "b", t: "b")]  // => [-1, 0]
// ```
builtin compare : (v: string, t: string) => int

// countStr counts how often `substr` stands in `v` without overlap.
//
// ## Example
//
// ```
// import "strings"
//
// strings.countStr(v: "banana", substr: "an")  // => 2
// ```
builtin countStr : (v: string, substr: string) => int

// index returns the offset in bytes of the first `substr` in `v`, or -1.
//
// ## Example
//
// ```
// import "strings"
//
// [strings.index(v: "banana", substr: "na"), strings.index(v: "banana", substr: "x")]  // => [2, -1]
// ```
builtin index : (v: string, substr: string) => int

// indexAny returns the offset in bytes of the first of any character of `chars` in `v`, or -1.
//
// ## Example
//
// ```
// import "strings"
//
// strings.indexAny(v: "banana", chars: "xyzn")  // => 2
// ```
builtin indexAny : (v: string, chars: string) => int

// lastIndex returns the offset in bytes of the last `substr` in `v`, or -1.
//
// ## Example
//
// ```
// import "strings"
//
// strings.lastIndex(v: "banana", substr: "na")  // => 4
// ```
builtin lastIndex : (v: string, substr: string) => int

// lastIndexAny returns the offset in bytes of the last of any character of `chars` in `v`, or -1.
//
// ## Example
//
// ```
// import "strings"
//
// strings.lastIndexAny(v: "banana", chars: "bn")  // => 4
// ```
builtin lastIndexAny : (v: string, chars: string) => int

// isDigit tells whether `v`, which must be a single byte, is a digit.
//
// ## Example
//
// ```
// import "strings"
//
// strings.isDigit(v: "7")  // => true
// ```
builtin isDigit : (v: string) => bool

// isLetter tells whether `v`, which must be a single byte, is a letter.
//
// ## Example
//
// ```
// import "strings"
//
// strings.isLetter(v: "x")  // => true
// ```
builtin isLetter : (v: string) => bool

// isLower tells whether `v`, which must be a single byte, is a letter in lower case.
//
// ## Example
//
// ```
// import "strings"
//
// strings.isLower(v: "x")  // => true
// ```
builtin isLower : (v: string) => bool

// isUpper tells whether `v`, which must be a single byte, is a letter in upper case.
//
// ## Example
//
// ```
// import "strings"
//
// strings.isUpper(v: "x")  // => false
// ```
builtin isUpper : (v: string) => bool

// repeat returns `i` copies of `v`, one after the other.
//
// ## Example
//
// ```
// import "strings"
//
// strings.repeat(v: "na", i: 3)  // => nanana
// ```
builtin repeat : (v: string, i: int) => string

// replace puts `u` in the place of the first `i` occurrences of `t` in `v`, or of all if `i` is negative.
//
// ## Example
//
// ```
// import "strings"
//
// strings.replace(v: "one one one", t: "one", u: "two", i: 2)  // => two two one
// ```
builtin replace : (v: string, t: string, u: string, i: int) => string

// replaceAll puts `u` in the place of each `t` in `v`.
//
// ## Example
//
// ```
// import "strings"
//
// strings.replaceAll(v: "a-b-c", t: "-", u: "+")  // => a+b+c
// ```
builtin replaceAll : (v: string, t: string, u: string) => string

// split cuts `v` at each `t`; an empty `t` cuts between all characters.
//
// ## Example
//
// ```
// import "strings"
//
// strings.split(v: "red,green,blue", t: ",")  // => [red, green, blue]
// ```
builtin split : (v: string, t: string) => [string]

// splitAfter cuts `v` after each `t`.
//
// ## Example
//
// ```
// import "strings"
//
// strings.splitAfter(v: "a;b;c", t: ";")  // => [a;, b;, c]
// ```
builtin splitAfter : (v: string, t: string) => [string]

// splitN cuts `v` at each `t` into `i` parts at most, or into all if `i` is negative.
//
// ## Example
//
// ```
// import "strings"
//
// strings.splitN(v: "key=a=b", t: "=", i: 2)  // => [key, a=b]
// ```
builtin splitN : (v: string, t: string, i: int) => [string]

// splitAfterN cuts `v` after each `t` into `i` parts at most, or into all if `i` is negative.
//
// ## Example
//
// ```
// import "strings"
//
// strings.splitAfterN(v: "key=a=b", t: "=", i: 2)  // => [key=, a=b]
// ```
builtin splitAfterN : (v: string, t: string, i: int) => [string]

// joinStr returns the elements of `arr` with `v` between them.
//
// ## Example
//
// ```
// import "strings"
//
// strings.joinStr(arr: ["red", "green"], v: ", ")  // => red, green
// ```
builtin joinStr : (arr: [string], v: string) => string

// strlen counts the code points of `v`.
//
// ## Example
//
// ```
// import "strings"
//
// strings.strlen(v: "naïve")  // => 5
// ```
builtin strlen : (v: string) => int

// substring returns the code points of `v` from `start` up to, not including, `end`; positions outside are moved inside.
//
// ## Example
//
// ```
// import "strings"
//
// strings.substring(v: "naïve", start: 2, end: 4)  // => ïv
// ```
builtin substring : (v: string, start: int, end: int) => string
