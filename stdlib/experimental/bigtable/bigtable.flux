// Package bigtable reads Google Bigtable.
package bigtable


// from reads the rows of a table.
//
// ## Parameters
//
// - token: Key of the service account, in JSON.
// - project: ID of the project.
// - instance: ID of the instance.
// - table: Name of the table.
//
// ## Example
//
// ```
// import "experimental/bigtable"
//
// bigtable.from(instance: "i", project: "p", table: "t", token: "my-token")
// ```
builtin from : (token: string, project: string, instance: string, table: string) => stream[T]
    where
    T: Record
