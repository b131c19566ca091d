// Package runtime tells about the program that runs the script.
package runtime


// version returns the version of the library.
//
// ## Example
//
// ```
// import "runtime"
//
// runtime.version() != ""  // => true
// ```
builtin version : () => string
