// Package promql holds what queries of Prometheus become.
package promql


import "experimental"

// changes counts how often a value changes.
//
// ## Example
//
// ```
// import "internal/promql"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> promql.changes()
// ```
builtin changes : (<-tables: stream[{A with _value: float}]) => stream[{B with _value: float}]

// promqlDayOfMonth returns the day of the month of seconds since 1970.
//
// ## Example
//
// ```
// import "internal/promql"
//
// promql.promqlDayOfMonth(timestamp: 1609459200.0)  // => 1
// ```
builtin promqlDayOfMonth : (timestamp: float) => float

// promqlDayOfWeek returns the day of the week of seconds since 1970, with Sunday as 0.
//
// ## Example
//
// ```
// import "internal/promql"
//
// promql.promqlDayOfWeek(timestamp: 1609459200.0)  // => 5
// ```
builtin promqlDayOfWeek : (timestamp: float) => float

// promqlDaysInMonth returns how many days the month of seconds since 1970 has.
//
// ## Example
//
// ```
// import "internal/promql"
//
// promql.promqlDaysInMonth(timestamp: 1609459200.0)  // => 31
// ```
builtin promqlDaysInMonth : (timestamp: float) => float

// emptyTable returns a table without rows.
//
// ## Example
//
// ```
// import "internal/promql"
//
// promql.emptyTable()
// ```
builtin emptyTable : () => stream[{_start: time, _stop: time, _time: time, _value: float}]

// extrapolatedRate returns the growth of a value, drawn out to the bounds.
//
// ## Example
//
// ```
// import "internal/promql"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> promql.extrapolatedRate()
// ```
builtin extrapolatedRate : (
        <-tables: stream[{A with _start: time, _stop: time, _time: time, _value: float}],
        ?isCounter: bool,
        ?isRate: bool,
    ) => stream[{B with _value: float}]

// holtWinters smooths values.
//
// ## Example
//
// ```
// import "internal/promql"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> promql.holtWinters()
// ```
builtin holtWinters : (
        <-tables: stream[{A with _time: time, _value: float}],
        ?smoothingFactor: float,
        ?trendFactor: float,
    ) => stream[{B with _value: float}]

// promqlHour returns the hour of seconds since 1970.
//
// ## Example
//
// ```
// import "internal/promql"
//
// promql.promqlHour(timestamp: 1609459200.0)  // => 0
// ```
builtin promqlHour : (timestamp: float) => float

// instantRate returns the growth between the last two values.
//
// ## Example
//
// ```
// import "internal/promql"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> promql.instantRate()
// ```
builtin instantRate : (
        <-tables: stream[{A with _time: time, _value: float}],
        ?isRate: bool,
    ) => stream[{B with _value: float}]

// labelReplace makes a column of another by a regular expression.
//
// ## Example
//
// ```
// import "internal/promql"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> promql.labelReplace(destination: "b", regex: "(.*)", replacement: "$1", source: "a")
// ```
builtin labelReplace : (
        <-tables: stream[{A with _value: float}],
        source: string,
        destination: string,
        regex: string,
        replacement: string,
    ) => stream[{B with _value: float}]

// linearRegression fits a line.
//
// ## Example
//
// ```
// import "internal/promql"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> promql.linearRegression()
// ```
builtin linearRegression : (
        <-tables: stream[{A with _time: time, _stop: time, _value: float}],
        ?predict: bool,
        ?fromNow: float,
    ) => stream[{B with _value: float}]

// promqlMinute returns the minute of seconds since 1970.
//
// ## Example
//
// ```
// import "internal/promql"
//
// promql.promqlMinute(timestamp: 1609459200.0)  // => 0
// ```
builtin promqlMinute : (timestamp: float) => float

// promqlMonth returns the month of seconds since 1970.
//
// ## Example
//
// ```
// import "internal/promql"
//
// promql.promqlMonth(timestamp: 1609459200.0)  // => 1
// ```
builtin promqlMonth : (timestamp: float) => float

// promHistogramQuantile estimates a quantile from the counts of a histogram.
//
// ## Example
//
// ```
// import "internal/promql"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> promql.promHistogramQuantile()
// ```
builtin promHistogramQuantile : (
        <-tables: stream[A],
        ?quantile: float,
        ?countColumn: string,
        ?upperBoundColumn: string,
        ?valueColumn: string,
    ) => stream[B]
    where
    A: Record,
    B: Record

// resets counts how often a counter starts again.
//
// ## Example
//
// ```
// import "internal/promql"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> promql.resets()
// ```
builtin resets : (<-tables: stream[{A with _value: float}]) => stream[{B with _value: float}]

// timestamp puts the times of rows in the place of their values.
//
// ## Example
//
// ```
// import "internal/promql"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> promql.timestamp()
// ```
builtin timestamp : (<-tables: stream[{A with _value: float}]) => stream[{A with _value: float}]

// promqlYear returns the year of seconds since 1970.
//
// ## Example
//
// ```
// import "internal/promql"
//
// promql.promqlYear(timestamp: 1609459200.0)  // => 2021
// ```
builtin promqlYear : (timestamp: float) => float

// _quantile is the quantile of `universe`.
_quantile = quantile

// quantile is the quantile of `universe`, with another method.
//
// ## Example
//
// ```
// import "internal/promql"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> promql.quantile(q: 0.9)
// ```
quantile = (q, tables=<-, method="exact_mean") => tables |> _quantile(q: q, method: method)

// join is `experimental.join`.
//
// ## Example
//
// ```
// import "internal/promql"
//
// promql.join(fn: (left, right) => ({left with other: right._value}), left: from(bucket: "a"), right: from(bucket: "b"))
// ```
join = experimental.join
