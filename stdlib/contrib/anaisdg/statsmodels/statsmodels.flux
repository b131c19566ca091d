// Package statsmodels fits models to values.
package statsmodels


import "math"

// linearRegression fits a line to the values of each table, with the number of a row as its place.
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
            |> map(fn: (r) => ({r with x: 1.0}))
            |> cumulativeSum(columns: ["x"])
    sums =
        places
            |> reduce(
                fn: (r, accumulator) =>
                    ({
                        N: accumulator.N + 1.0,
                        sx: accumulator.sx + r.x,
                        sy: accumulator.sy + r._value,
                        sxx: accumulator.sxx + r.x * r.x,
                        sxy: accumulator.sxy + r.x * r._value,
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
                fn: (r) => {
                    slope = (r.N * r.sxy - r.sx * r.sy) / (r.N * r.sxx - r.sx * r.sx)

                    return {r with slope: slope, intercept: (r.sy - slope * r.sx) / r.N}
                },
            )

    return
        join(tables: {places: places, sums: sums}, on: ["_start", "_stop"])
            |> map(
                fn: (r) => {
                    fitted = r.intercept + r.slope * r.x

                    return {r with y: r._value, y_hat: fitted, errors: (r._value - fitted) ^ 2.0}
                },
            )
}
