// Package bitwise is another name for `bitwise`.
package bitwise


import "bitwise"

// uand is `bitwise.uand`.
//
// ## Example
//
// ```
// import "experimental/bitwise"
//
// bitwise.uand(a: uint(v: 1), b: uint(v: 1))  // => 1
// ```
uand = bitwise.uand

// uor is `bitwise.uor`.
//
// ## Example
//
// ```
// import "experimental/bitwise"
//
// bitwise.uor(a: uint(v: 1), b: uint(v: 1))  // => 1
// ```
uor = bitwise.uor

// uxor is `bitwise.uxor`.
//
// ## Example
//
// ```
// import "experimental/bitwise"
//
// bitwise.uxor(a: uint(v: 1), b: uint(v: 1))  // => 0
// ```
uxor = bitwise.uxor

// uclear is `bitwise.uclear`.
//
// ## Example
//
// ```
// import "experimental/bitwise"
//
// bitwise.uclear(a: uint(v: 1), b: uint(v: 1))  // => 0
// ```
uclear = bitwise.uclear

// ulshift is `bitwise.ulshift`.
//
// ## Example
//
// ```
// import "experimental/bitwise"
//
// bitwise.ulshift(a: uint(v: 1), b: uint(v: 1))  // => 2
// ```
ulshift = bitwise.ulshift

// urshift is `bitwise.urshift`.
//
// ## Example
//
// ```
// import "experimental/bitwise"
//
// bitwise.urshift(a: uint(v: 1), b: uint(v: 1))  // => 0
// ```
urshift = bitwise.urshift

// sand is `bitwise.sand`.
//
// ## Example
//
// ```
// import "experimental/bitwise"
//
// bitwise.sand(a: 1, b: 1)  // => 1
// ```
sand = bitwise.sand

// sor is `bitwise.sor`.
//
// ## Example
//
// ```
// import "experimental/bitwise"
//
// bitwise.sor(a: 1, b: 1)  // => 1
// ```
sor = bitwise.sor

// sxor is `bitwise.sxor`.
//
// ## Example
//
// ```
// import "experimental/bitwise"
//
// bitwise.sxor(a: 1, b: 1)  // => 0
// ```
sxor = bitwise.sxor

// sclear is `bitwise.sclear`.
//
// ## Example
//
// ```
// import "experimental/bitwise"
//
// bitwise.sclear(a: 1, b: 1)  // => 0
// ```
sclear = bitwise.sclear

// slshift is `bitwise.slshift`.
//
// ## Example
//
// ```
// import "experimental/bitwise"
//
// bitwise.slshift(a: 1, b: 1)  // => 2
// ```
slshift = bitwise.slshift

// srshift is `bitwise.srshift`.
//
// ## Example
//
// ```
// import "experimental/bitwise"
//
// bitwise.srshift(a: 1, b: 1)  // => 0
// ```
srshift = bitwise.srshift

// unot is `bitwise.unot`.
//
// ## Example
//
// ```
// import "experimental/bitwise"
//
// bitwise.unot(a: uint(v: 1))  // => 18446744073709551614
// ```
unot = bitwise.unot

// snot is `bitwise.snot`.
//
// ## Example
//
// ```
// import "experimental/bitwise"
//
// bitwise.snot(a: 1)  // => -2
// ```
snot = bitwise.snot
