// Package debug serves the tests of the library.
package debug


// vectorize asks for functions over columns instead of rows.
//
// ## Example
//
// ```
// import "internal/debug"
//
// debug.vectorize  // => false
// ```
option vectorize = false

// pass hands tables on as they are.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
//
// ## Example
//
// ```
// import "internal/debug"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> debug.pass()
// ```
builtin pass : (<-tables: stream[A]) => stream[A] where A: Record

// opaque hands tables on as they are, and forgets the type of their rows.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
//
// ## Example
//
// ```
// import "internal/debug"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> debug.opaque()
// ```
builtin opaque : (<-tables: stream[A]) => stream[B] where A: Record, B: Record

// slurp reads all tables before it hands them on.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
//
// ## Example
//
// ```
// import "internal/debug"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> debug.slurp()
// ```
builtin slurp : (<-tables: stream[A]) => stream[A] where A: Record

// sink drops all rows.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
//
// ## Example
//
// ```
// import "internal/debug"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> debug.sink()
// ```
builtin sink : (<-tables: stream[A]) => stream[A] where A: Record

// getOption returns the option `name` of the package `pkg`. A package that is not imported, or has no such option, is
// an error.
//
// ## Example
//
// ```
// import "internal/debug"
//
// debug.getOption(pkg: "internal/debug", name: "vectorize")  // => false
// ```
builtin getOption : (pkg: string, name: string) => A

// feature returns the value of the feature flag `key`, or a null if there is no such flag.
//
// ## Example
//
// ```
// import "internal/debug"
//
// exists debug.feature(key: "none of that name")  // => false
// ```
builtin feature : (key: string) => A

// null returns a null of the type named `type`, or of no type without it. Types are `string`, `bytes`, `int`, `uint`,
// `float`, `bool`, `time`, `duration` and `regexp`; any other name is an error.
//
// ## Example
//
// ```
// import "internal/debug"
//
// [exists debug.null(type: "int"), exists 1]  // => [false, true]
// ```
builtin null : (?type: string) => A where A: Basic
