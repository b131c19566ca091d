// Package table works on whole tables.
package table


// fill adds a row of nulls to each empty table.
builtin fill : (<-tables: stream[A]) => stream[A] where A: Record
