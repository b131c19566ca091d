// Package gen makes tables for tests.
package gen


// tables makes tables of random values.
//
// ## Parameters
//
// - n: How many rows each table has.
// - nulls: How probable a null is, 0 to 1. Default is 0.0.
// - tags: Tags, and how many values each has. Default is none.
// - seed: Number that the random values follow from. Default is another one each time.
//
// ## Example
//
// ```
// import "internal/gen"
//
// gen.tables(n: 3)
// ```
builtin tables : (
        n: int,
        ?nulls: float,
        ?tags: [{name: string, cardinality: int}],
        ?seed: int,
    ) => stream[{A with _time: time, _value: float}]
