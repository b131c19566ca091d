// Package promql holds what queries of Prometheus become.
package promql


import "experimental"

// changes counts how often a value changes.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
//
// ## Example
//
// ```
// import "internal/promql"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> promql.changes()
// ```
builtin changes : (<-tables: stream[{A with _value: float}]) => stream[{B with _value: float}]

// promqlDayOfMonth returns the day of the month, 1 to 31, of `timestamp`, in seconds since 1970, in UTC.
//
// ## Example
//
// ```
// import "internal/promql"
//
// promql.promqlDayOfMonth(timestamp: 1609459200.0)  // => 1
// ```
builtin promqlDayOfMonth : (timestamp: float) => float

// promqlDayOfWeek returns the day of the week of `timestamp`, in seconds since 1970, in UTC, with Sunday as 0.
//
// ## Example
//
// ```
// import "internal/promql"
//
// promql.promqlDayOfWeek(timestamp: 1609459200.0)  // => 5
// ```
builtin promqlDayOfWeek : (timestamp: float) => float

// promqlDaysInMonth returns how many days the month of `timestamp`, in seconds since 1970, in UTC, has.
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
// ## Parameters
//
// - tables: Rows to read, piped in.
// - isCounter: Whether a value that falls has started again. Default is false.
// - isRate: Whether growth is that in a second. Default is false.
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
// ## Parameters
//
// - tables: Rows to read, piped in.
// - smoothingFactor: How much the last values weigh, between 0 and 1.
// - trendFactor: How much the last trend weighs, between 0 and 1.
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

// promqlHour returns the hour, 0 to 23, of `timestamp`, in seconds since 1970, in UTC.
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
// ## Parameters
//
// - tables: Rows to read, piped in.
// - isRate: Whether growth is that in a second. Default is false.
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
// ## Parameters
//
// - tables: Rows to read, piped in.
// - source: Column to read.
// - destination: Column to write.
// - regex: Regular expression that must match a whole text; other rows stay as they are.
// - replacement: Text to write, with `$1` for the first group.
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
// ## Parameters
//
// - tables: Rows to read, piped in.
// - predict: Whether the result is the value of the line at a time, in the place of its slope. Default is false.
// - fromNow: How many seconds after the end of the table that time is. Default is 0.0.
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

// promqlMinute returns the minute, 0 to 59, of `timestamp`, in seconds since 1970, in UTC.
//
// ## Example
//
// ```
// import "internal/promql"
//
// promql.promqlMinute(timestamp: 1609459200.0)  // => 0
// ```
builtin promqlMinute : (timestamp: float) => float

// promqlMonth returns the month, 1 to 12, of `timestamp`, in seconds since 1970, in UTC.
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
// ## Parameters
//
// - tables: Rows to read, piped in.
// - quantile: Which quantile, 0 to 1.
// - countColumn: Column of the counts. Default is `_value`.
// - upperBoundColumn: Column of the upper bounds. Default is `le`.
// - valueColumn: Column for the result. Default is `_value`.
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
// ## Parameters
//
// - tables: Rows to read, piped in.
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
// ## Parameters
//
// - tables: Rows to read, piped in.
//
// ## Example
//
// ```
// import "internal/promql"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> promql.timestamp()
// ```
builtin timestamp : (<-tables: stream[{A with _value: float}]) => stream[{A with _value: float}]

// promqlYear returns the year of `timestamp`, in seconds since 1970, in UTC.
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
// ## Parameters
//
// - q: Which quantile, 0 to 1.
// - tables: Rows to read, piped in.
// - method: As in `universe`. Default is `exact_mean`.
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
