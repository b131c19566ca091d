// Package csv reads tables from CSV.
package csv


// from reads tables from a text or a file, with annotations above them or without.
builtin from : (?csv: string, ?file: string, ?mode: string) => stream[A] where A: Record
