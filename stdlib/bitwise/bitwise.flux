// Package bitwise works on the bits of numbers: functions with `u` on uints, those with `s` on ints.
package bitwise


// uand returns the bits that are set in both `a` and `b`.
//
// ## Example
//
// ```
// import "bitwise"
//
// bitwise.uand(a: uint(v: 12), b: uint(v: 2))  // => 0
// ```
builtin uand : (a: uint, b: uint) => uint

// uor returns the bits that are set in `a`, in `b` or in both.
//
// ## Example
//
// ```
// import "bitwise"
//
// bitwise.uor(a: uint(v: 12), b: uint(v: 2))  // => 14
// ```
builtin uor : (a: uint, b: uint) => uint

// uxor returns the bits that are set in one of `a` and `b`, but not in both.
//
// ## Example
//
// ```
// import "bitwise"
//
// bitwise.uxor(a: uint(v: 12), b: uint(v: 2))  // => 14
// ```
builtin uxor : (a: uint, b: uint) => uint

// uclear returns the bits of `a` that are not set in `b`.
//
// ## Example
//
// ```
// import "bitwise"
//
// bitwise.uclear(a: uint(v: 12), b: uint(v: 2))  // => 12
// ```
builtin uclear : (a: uint, b: uint) => uint

// ulshift moves the bits of `a` up by `b` places.
//
// ## Example
//
// ```
// import "bitwise"
//
// bitwise.ulshift(a: uint(v: 12), b: uint(v: 2))  // => 48
// ```
builtin ulshift : (a: uint, b: uint) => uint

// urshift moves the bits of `a` down by `b` places.
//
// ## Example
//
// ```
// import "bitwise"
//
// bitwise.urshift(a: uint(v: 12), b: uint(v: 2))  // => 3
// ```
builtin urshift : (a: uint, b: uint) => uint

// sand returns the bits that are set in both `a` and `b`.
//
// ## Example
//
// ```
// import "bitwise"
//
// bitwise.sand(a: -12, b: 2)  // => 0
// ```
builtin sand : (a: int, b: int) => int

// sor returns the bits that are set in `a`, in `b` or in both.
//
// ## Example
//
// ```
// import "bitwise"
//
// bitwise.sor(a: -12, b: 2)  // => -10
// ```
builtin sor : (a: int, b: int) => int

// sxor returns the bits that are set in one of `a` and `b`, but not in both.
//
// ## Example
//
// ```
// import "bitwise"
//
// bitwise.sxor(a: -12, b: 2)  // => -10
// ```
builtin sxor : (a: int, b: int) => int

// sclear returns the bits of `a` that are not set in `b`.
//
// ## Example
//
// ```
// import "bitwise"
//
// bitwise.sclear(a: -12, b: 2)  // => -12
// ```
builtin sclear : (a: int, b: int) => int

// slshift moves the bits of `a` up by `b` places.
//
// ## Example
//
// ```
// import "bitwise"
//
// bitwise.slshift(a: -12, b: 2)  // => -48
// ```
builtin slshift : (a: int, b: int) => int

// srshift moves the bits of `a` down by `b` places, and keeps the sign.
//
// ## Example
//
// ```
// import "bitwise"
//
// bitwise.srshift(a: -12, b: 2)  // => -3
// ```
builtin srshift : (a: int, b: int) => int

// unot returns the bits that are not set in `a`.
//
// ## Example
//
// ```
// import "bitwise"
//
// bitwise.unot(a: uint(v: 0))  // => 18446744073709551615
// ```
builtin unot : (a: uint) => uint

// snot returns the bits that are not set in `a`.
//
// ## Example
//
// ```
// import "bitwise"
//
// bitwise.snot(a: 0)  // => -1
// ```
builtin snot : (a: int) => int
