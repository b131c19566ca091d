// Package interpolate fills gaps between rows.
package interpolate


// linear adds a row at each multiple of `every`, on the line between the rows around it.
//
// ## Parameters
//
// - tables: Rows with `_time` and `_value`, piped in.
// - every: How far apart the new rows are.
//
// ## Example
//
// ```
// import "interpolate"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> interpolate.linear(every: 1m)
// ```
builtin linear : (
        <-tables: stream[{T with _time: time, _value: float}],
        every: duration,
    ) => stream[{T with _time: time, _value: float}]
