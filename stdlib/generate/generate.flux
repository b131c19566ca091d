// Package generate makes rows.
package generate


// from makes `count` rows between two instants, with values that `fn` computes.
//
// ## Parameters
//
// - start: Time of the first row, or a duration from now.
// - stop: Time that is after all rows, or a duration from now.
// - count: How many rows.
// - fn: Makes the value of the row `n`; the first is 0.
//
// ## Example
//
// ```
// import "generate"
//
// generate.from(count: 5, fn: (n) => n * n, start: 2021-01-01T00:00:00Z, stop: 2021-01-02T00:00:00Z)
// ```
builtin from : (
        start: A,
        stop: A,
        count: int,
        fn: (n: int) => int,
    ) => stream[{_start: time, _stop: time, _time: time, _value: int}]
    where
    A: Timeable
