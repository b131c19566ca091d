// Package anomalydetection finds values that stand out.
package anomalydetection


import "experimental"
import "math"

// mad marks the rows whose value is more than `threshold` times the median deviation away from the median.
//
// ## Parameters
//
// - table: Rows to judge, piped in. Rows of the same time are compared with each other.
// - threshold: How many median deviations are still normal. Default is 3.0.
//
// ## Example
//
// ```
// import "contrib/anaisdg/anomalydetection"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> anomalydetection.mad()
// ```
mad = (table=<-, threshold=3.0) => {
    data = table |> group(columns: ["_time"], mode: "by")
    middle = data |> median(column: "_value")
    distances =
        join(tables: {data: data, middle: middle}, on: ["_time"], method: "inner")
            |> map(fn: (r) => ({r with _value: math.abs(x: r._value_data - r._value_middle)}))
            |> drop(columns: ["_start", "_stop", "_value_data", "_value_middle"])
    spread =
        distances
            |> median(column: "_value")
            |> map(fn: (r) => ({r with MAD: 1.4826 * r._value}))
            |> filter(fn: (r) => r.MAD > 0.0)

    return
        join(tables: {diff: distances, diff_med: spread}, on: ["_time"], method: "inner")
            |> map(fn: (r) => ({r with _value: r._value_diff / r._value_diff_med}))
            |> map(
                fn: (r) => ({r with level: if r._value >= threshold then "anomaly" else "normal"}),
            )
}
