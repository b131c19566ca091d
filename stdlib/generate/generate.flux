// Package generate makes rows.
package generate


// from makes `count` rows between two instants, with values that `fn` computes.
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
