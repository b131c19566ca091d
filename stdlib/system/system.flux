// Package system tells about the machine.
package system


// time returns what the clock shows now, in UTC; each call reads the clock again.
//
// ## Example
//
// ```
// import "system"
//
// int(v: system.time()) > 0  // => true
// ```
builtin time : () => time
