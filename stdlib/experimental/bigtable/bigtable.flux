// Package bigtable reads Google Bigtable.
package bigtable


// from reads the rows of a table.
builtin from : (token: string, project: string, instance: string, table: string) => stream[T]
    where
    T: Record
