// Package promql holds what queries of Prometheus become.
package promql


import "experimental"

// changes counts how often a value changes.
builtin changes : (<-tables: stream[{A with _value: float}]) => stream[{B with _value: float}]

// promqlDayOfMonth returns the day of the month of seconds since 1970.
builtin promqlDayOfMonth : (timestamp: float) => float

// promqlDayOfWeek returns the day of the week of seconds since 1970, with Sunday as 0.
builtin promqlDayOfWeek : (timestamp: float) => float

// promqlDaysInMonth returns how many days the month of seconds since 1970 has.
builtin promqlDaysInMonth : (timestamp: float) => float

// emptyTable returns a table without rows.
builtin emptyTable : () => stream[{_start: time, _stop: time, _time: time, _value: float}]

// extrapolatedRate returns the growth of a value, drawn out to the bounds.
builtin extrapolatedRate : (
        <-tables: stream[{A with _start: time, _stop: time, _time: time, _value: float}],
        ?isCounter: bool,
        ?isRate: bool,
    ) => stream[{B with _value: float}]

// holtWinters smooths values.
builtin holtWinters : (
        <-tables: stream[{A with _time: time, _value: float}],
        ?smoothingFactor: float,
        ?trendFactor: float,
    ) => stream[{B with _value: float}]

// promqlHour returns the hour of seconds since 1970.
builtin promqlHour : (timestamp: float) => float

// instantRate returns the growth between the last two values.
builtin instantRate : (
        <-tables: stream[{A with _time: time, _value: float}],
        ?isRate: bool,
    ) => stream[{B with _value: float}]

// labelReplace makes a column of another by a regular expression.
builtin labelReplace : (
        <-tables: stream[{A with _value: float}],
        source: string,
        destination: string,
        regex: string,
        replacement: string,
    ) => stream[{B with _value: float}]

// linearRegression fits a line.
builtin linearRegression : (
        <-tables: stream[{A with _time: time, _stop: time, _value: float}],
        ?predict: bool,
        ?fromNow: float,
    ) => stream[{B with _value: float}]

// promqlMinute returns the minute of seconds since 1970.
builtin promqlMinute : (timestamp: float) => float

// promqlMonth returns the month of seconds since 1970.
builtin promqlMonth : (timestamp: float) => float

// promHistogramQuantile estimates a quantile from the counts of a histogram.
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
builtin resets : (<-tables: stream[{A with _value: float}]) => stream[{B with _value: float}]

// timestamp puts the times of rows in the place of their values.
builtin timestamp : (<-tables: stream[{A with _value: float}]) => stream[{A with _value: float}]

// promqlYear returns the year of seconds since 1970.
builtin promqlYear : (timestamp: float) => float

// _quantile is the quantile of `universe`.
_quantile = quantile

// quantile is the quantile of `universe`, with another method.
quantile = (q, tables=<-, method="exact_mean") => tables |> _quantile(q: q, method: method)

// join is `experimental.join`.
join = experimental.join
