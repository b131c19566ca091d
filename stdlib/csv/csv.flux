// Package csv reads tables from CSV.
package csv


// from reads tables from a text or a file, with annotations above them or without.
//
// ## Parameters
//
// - csv: Text in CSV. Either this or `file` is given, and not empty.
// - file: Path of a file in CSV.
// - mode: `annotations`, with the rows `#datatype`, `#group` and `#default` above each header, or `raw`, where every
//   value is a text. Default is `annotations`.
//
// ## Example
//
// ```
// import "csv"
//
// csv.from(csv: "host,load\na,0.5\n", mode: "raw")
// ```
builtin from : (?csv: string, ?file: string, ?mode: string) => stream[A] where A: Record
