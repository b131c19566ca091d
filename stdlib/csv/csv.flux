// Package csv reads tables from CSV.
package csv


// from reads tables from a text or a file, with annotations above them or without.
//
// ## Example
//
// ```
// import "csv"
//
// csv.from(csv: "host,load\na,0.5\n", mode: "raw")
// ```
builtin from : (?csv: string, ?file: string, ?mode: string) => stream[A] where A: Record
