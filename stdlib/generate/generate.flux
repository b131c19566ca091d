// Package generate makes rows.
package generate


// from makes `count` rows between two instants, with values that `fn` computes.
builtin from : (
        start: A,
        stop: A,
        count: int,
        fn: (n: int) => int,
    ) => stream[{_start: time, _stop: time, _time: time, _value: int}]
    where
    A: Timeable
