// Package record works with records whose fields are known only when the script runs.
package record


// any is an empty record that can stand where any record is expected.
//
// ## Example
//
// ```
// import "experimental/record"
//
// f = (r=record.any) => r == record.any
// f()  // => true
// ```
builtin any : A where A: Record

// get returns the field `key` of `r`, or `default` if the record has none.
//
// ## Example
//
// ```
// import "experimental/record"
//
// record.get(r: {speed: 2}, key: "load", default: 0)  // => 0
// ```
builtin get : (r: A, key: string, default: B) => B where A: Record
