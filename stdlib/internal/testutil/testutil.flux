// Package testutil serves the tests of the library.
package testutil


// fail always fails.
//
// ## Example
//
// ```
// import "experimental"
// import "internal/testutil"
//
// experimental.catch(fn: testutil.fail).code  // => 10
// ```
builtin fail : () => bool

// yield returns `v`.
//
// ## Example
//
// ```
// import "internal/testutil"
//
// testutil.yield(v: 1)  // => 1
// ```
builtin yield : (<-v: A) => A

// makeRecord returns the record `o`, and forgets its type.
//
// ## Example
//
// ```
// import "internal/testutil"
//
// testutil.makeRecord(o: {a: 1})  // => {a: 1}
// ```
builtin makeRecord : (o: A) => B where A: Record, B: Record

// makeAny returns some value of the type named `typ`, or a null if there is no such type.
//
// ## Example
//
// ```
// import "internal/testutil"
//
// testutil.makeAny(typ: "string")  // => foo
// ```
builtin makeAny : (typ: string) => A
