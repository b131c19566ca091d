// Package statsmodels fits models to values.
package statsmodels


// linearRegression fits a line to the values of each table, with the number of a row as its place.
//
// ## Parameters
//
// - tables: Rows with `_value`, piped in.
//
// ## Example
//
// ```
// import "contrib/anaisdg/statsmodels"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> statsmodels.linearRegression()
// ```
linearRegression = (tables=<-) => {
    places =
        tables
            |> rename(columns: {_value: "y"})
            |> map(fn: (r) => ({r with x: 1.0}))
            |> cumulativeSum(columns: ["x"])
    sums =
        places
            |> reduce(
                fn: (r, accumulator) =>
                    ({
                        N: accumulator.N + 1.0,
                        sx: accumulator.sx + r.x,
                        sy: accumulator.sy + r.y,
                        sxx: accumulator.sxx + r.x * r.x,
                        sxy: accumulator.sxy + r.x * r.y,
                    }),
                identity: {
                    N: 0.0,
                    sx: 0.0,
                    sy: 0.0,
                    sxx: 0.0,
                    sxy: 0.0,
                },
            )
            |> map(
                fn: (r) =>
                    ({r with slope: (r.N * r.sxy - r.sx * r.sy) / (r.N * r.sxx - r.sx * r.sx)}),
            )

    return
        join(tables: {places: places, sums: sums}, on: ["_start", "_stop"])
            |> map(
                fn: (r) => {
                    // These may be of any type, as those who read the columns see them.
                    N = float(v: r.N)
                    sx = float(v: r.sx)
                    sy = float(v: r.sy)
                    sxx = float(v: r.sxx)
                    sxy = float(v: r.sxy)
                    intercept = (sy * sxx - sx * sxy) / (N * sxx - sx * sx)
                    y_hat = intercept + float(v: r.slope) * r.x

                    return {r with y_hat: y_hat, errors: (r.y - y_hat) ^ 2.0}
                },
            )
}
