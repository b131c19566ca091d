// Package polyline thins out lines.
package polyline


// rdp drops rows that hardly change the line through the values, as Ramer, Douglas and Peucker do.
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
