// Package aggregate holds aggregates made of others.
package aggregate


import "experimental"

// rate returns the average growth of counters in each `every`, in `unit`.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - every: Length of the spans.
// - groupColumns: Columns to group by. Default is none.
// - unit: Span that counts as 1. Default is `1s`.
//
// ## Example
//
// ```
// import "experimental/aggregate"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> aggregate.rate(every: 1m)
// ```
rate = (tables=<-, every, groupColumns=[], unit=1s) =>
    tables
        |> derivative(nonNegative: true, unit: unit)
        |> aggregateWindow(
            every: every,
            fn: (tables=<-, column) =>
                tables
                    |> mean(column: column)
                    |> group(columns: groupColumns)
                    |> experimental.group(columns: ["_start", "_stop"], mode: "extend")
                    |> sum(column: column),
        )
