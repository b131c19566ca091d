// Package gen makes tables for tests.
package gen


// tables makes tables of random values.
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
