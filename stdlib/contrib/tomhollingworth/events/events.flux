// Package events works on events that last until the next one.
package events


// duration adds how long it is from each row to the next, in `unit`.
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
