// Package polyline thins out lines.
package polyline


// rdp drops rows that hardly change the line through the values, as Ramer, Douglas and Peucker do.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - valColumn: Column of the values. Default is `_value`.
// - timeColumn: Column of the times. Default is `_time`.
// - epsilon: How far a row that is dropped may lie from the line. Default is found from the values.
// - retention: How many rows to keep, in percent, in the place of `epsilon`.
//
// ## Example
//
// ```
// import "experimental/polyline"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> polyline.rdp()
// ```
builtin rdp : (
        <-tables: stream[A],
        ?valColumn: string,
        ?timeColumn: string,
        ?epsilon: float,
        ?retention: float,
    ) => stream[B]
    where
    A: Record,
    B: Record
