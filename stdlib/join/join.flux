// Package join joins streams.
package join


// tables joins the rows of two streams for which `on` holds, with `as` making the new rows.
//
// ## Parameters
//
// - left: Left stream, piped in.
// - right: Right stream. Its group key has the same columns.
// - on: Tells of a row `l` and a row `r` whether they belong together. It compares columns with `==`, joined by `and`.
// - as: Makes the new row of `l` and `r`. Where one is missing, its columns are null.
// - method: `inner`, `left`, `right` or `full`.
//
// ## Example
//
// ```
// import "join"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> join.tables(as: (l, r) => ({l with other: r._value}), method: "GET", on: (l, r) => l.host == r.host, right: from(bucket: "b"))
// ```
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
//
// ## Parameters
//
// - left: Left stream, piped in.
// - right: Right stream. Its group key has the same columns.
// - as: Makes the new row of `l` and `r`. Where one is missing, its columns are null.
// - method: `inner`, `left`, `right` or `full`. Default is `inner`.
//
// ## Example
//
// ```
// import "join"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> join.time(as: (l, r) => ({l with other: r._value}), right: from(bucket: "b"))
// ```
time = (left=<-, right, as, method="inner") =>
    left |> tables(right: right, on: (l, r) => l._time == r._time, as: as, method: method)

// inner keeps the rows that have a partner.
//
// ## Parameters
//
// - left: Left stream, piped in.
// - right: Right stream. Its group key has the same columns.
// - on: Tells of a row `l` and a row `r` whether they belong together. It compares columns with `==`, joined by `and`.
// - as: Makes the new row of `l` and `r`.
//
// ## Example
//
// ```
// import "join"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> join.inner(as: (l, r) => ({l with other: r._value}), on: (l, r) => l.host == r.host, right: from(bucket: "b"))
// ```
inner = (left=<-, right, on, as) => left |> tables(right: right, on: on, as: as, method: "inner")

// full keeps all rows.
//
// ## Parameters
//
// - left: Left stream, piped in.
// - right: Right stream. Its group key has the same columns.
// - on: Tells of a row `l` and a row `r` whether they belong together. It compares columns with `==`, joined by `and`.
// - as: Makes the new row of `l` and `r`. Where one is missing, its columns are null.
//
// ## Example
//
// ```
// import "join"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> join.full(as: (l, r) => ({l with other: r._value}), on: (l, r) => l.host == r.host, right: from(bucket: "b"))
// ```
full = (left=<-, right, on, as) => left |> tables(right: right, on: on, as: as, method: "full")

// left keeps all rows of the left stream.
//
// ## Parameters
//
// - left: Left stream, piped in.
// - right: Right stream. Its group key has the same columns.
// - on: Tells of a row `l` and a row `r` whether they belong together. It compares columns with `==`, joined by `and`.
// - as: Makes the new row of `l` and `r`. Where one is missing, its columns are null.
//
// ## Example
//
// ```
// import "join"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> join.left(as: (l, r) => ({l with other: r._value}), on: (l, r) => l.host == r.host, right: from(bucket: "b"))
// ```
left = (left=<-, right, on, as) => left |> tables(right: right, on: on, as: as, method: "left")

// right keeps all rows of the right stream.
//
// ## Parameters
//
// - left: Left stream, piped in.
// - right: Right stream. Its group key has the same columns.
// - on: Tells of a row `l` and a row `r` whether they belong together. It compares columns with `==`, joined by `and`.
// - as: Makes the new row of `l` and `r`. Where one is missing, its columns are null.
//
// ## Example
//
// ```
// import "join"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> join.right(as: (l, r) => ({l with other: r._value}), on: (l, r) => l.host == r.host, right: from(bucket: "b"))
// ```
right = (left=<-, right, on, as) => left |> tables(right: right, on: on, as: as, method: "right")
