// Package join joins streams.
package join


// tables joins the rows of two streams for which `on` holds, with `as` making the new rows.
builtin tables : (
        <-left: stream[L],
        right: stream[R],
        on: (l: L, r: R) => bool,
        as: (l: L, r: R) => A,
        method: string,
    ) => stream[A]
    where
    A: Record,
    L: Record,
    R: Record

// time joins rows of the same time.
time = (left=<-, right, as, method="inner") =>
    left |> tables(right: right, on: (l, r) => l._time == r._time, as: as, method: method)

// inner keeps the rows that have a partner.
inner = (left=<-, right, on, as) => left |> tables(right: right, on: on, as: as, method: "inner")

// full keeps all rows.
full = (left=<-, right, on, as) => left |> tables(right: right, on: on, as: as, method: "full")

// left keeps all rows of the left stream.
left = (left=<-, right, on, as) => left |> tables(right: right, on: on, as: as, method: "left")

// right keeps all rows of the right stream.
right = (left=<-, right, on, as) => left |> tables(right: right, on: on, as: as, method: "right")
