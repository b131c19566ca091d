// Package testing serves test cases. Its functions compare tables, which do not exist here yet; package `fluxlet/expect` compares
// other values.
package testing


// tags are the words by which test cases are chosen. A test case runs only if all of its tags are asked for.
//
// ## Example
//
// ```
// import "testing"
//
// option testing.tags = ["slow"]
// ```
option tags = []

// load passes on the tables that a test case starts from.
//
// ## Parameters
//
// - tables: Rows to start from, piped in.
//
// ## Example
//
// ```
// import "testing"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> testing.load()
// ```
option load = (tables=<-) => tables

// assertEquals fails if two streams differ.
//
// ## Parameters
//
// - name: Name of the assertion, for its error.
// - got: Rows to look at, piped in.
// - want: Rows that are expected.
//
// ## Example
//
// ```
// import "testing"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> testing.assertEquals(name: "my-name", want: from(bucket: "b"))
// ```
builtin assertEquals : (name: string, <-got: stream[A], want: stream[A]) => stream[A]

// assertEmpty fails if a row arrives.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
//
// ## Example
//
// ```
// import "testing"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> testing.assertEmpty()
// ```
builtin assertEmpty : (<-tables: stream[A]) => stream[A]

// diff returns the rows in which two streams differ.
//
// ## Parameters
//
// - got: Rows to look at, piped in.
// - want: Rows that are expected.
// - verbose: Has no effect. Default is false.
// - epsilon: Has no effect: floats are equal up to 0.000001, which is the default.
// - nansEqual: Has no effect. Default is false.
//
// ## Example
//
// ```
// import "testing"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> testing.diff(want: from(bucket: "b"))
// ```
builtin diff : (
        <-got: stream[A],
        want: stream[A],
        ?verbose: B,
        ?epsilon: C,
        ?nansEqual: D,
    ) => stream[{A with _diff: string}]

// assertEqualValues returns `got` and `want` as rows if they differ. Both are of one type, which a column can have.
//
// ## Example
//
// ```
// import "testing"
//
// testing.assertEqualValues(got: from(bucket: "a"), want: from(bucket: "b"))
// ```
builtin assertEqualValues : (got: A, want: A) => stream[{v: A, _diff: string}]

// shouldError returns the text of the error of `fn` as a row if it does not match.
//
// ## Parameters
//
// - fn: Function that is to fail.
// - want: Regular expression that the text of the error is to match.
//
// ## Example
//
// ```
// import "testing"
//
// testing.shouldError(fn: () => 1, want: /x/)
// ```
builtin shouldError : (fn: () => A, want: regexp) => stream[{v: string}]
