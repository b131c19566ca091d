// Package events works on events that last until the next one.
package events


// duration adds how long it is from each row to the next, in `unit`.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - unit: Span that counts as 1. Default is `1s`.
// - timeColumn: Column of the times. Default is `_time`.
// - columnName: Column for the durations, which are ints. Default is `duration`.
// - stopColumn: Column with the end of the last row. Default is `_stop`.
// - stop: End of the last row, in the place of `stopColumn`.
//
// ## Example
//
// ```
// import "contrib/tomhollingworth/events"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> events.duration()
// ```
builtin duration : (
        <-tables: stream[A],
        ?unit: duration,
        ?timeColumn: string,
        ?columnName: string,
        ?stopColumn: string,
        ?stop: time,
    ) => stream[B]
    where
    A: Record,
    B: Record
