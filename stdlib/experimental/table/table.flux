// Package table works on whole tables.
package table


// fill adds a row of nulls to each empty table.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
//
// ## Example
//
// ```
// import "experimental/table"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> table.fill()
// ```
builtin fill : (<-tables: stream[A]) => stream[A] where A: Record
