// Package hex reads and writes hexadecimal texts.
package hex


// int reads the text `v` as an int; a sign and `0x` may stand in front.
//
// ## Example
//
// ```
// import "contrib/bonitoo-io/hex"
//
// hex.int(v: "-0x7f")  // => -127
// ```
builtin int : (v: string) => int

// uint reads the text `v` as a uint; `0x` may stand in front.
//
// ## Example
//
// ```
// import "contrib/bonitoo-io/hex"
//
// hex.uint(v: "ff")  // => 255
// ```
builtin uint : (v: string) => uint

// string writes an int, a uint or bytes `v` as hexadecimal text, and other values as the `string` of every script does.
//
// ## Example
//
// ```
// import "contrib/bonitoo-io/hex"
//
// hex.string(v: 255)  // => ff
// ```
builtin string : (v: A) => string

// bytes reads the text `v` as bytes, two digits each.
//
// ## Example
//
// ```
// import "contrib/bonitoo-io/hex"
//
// hex.bytes(v: "00ff10")  // => 0x00ff10
// ```
builtin bytes : (v: string) => bytes
