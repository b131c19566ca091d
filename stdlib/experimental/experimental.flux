// Package experimental holds functions that may still change.
package experimental


import "date"
import "influxdata/influxdb"

// addDuration adds the span `d` to the time `to`, in the time zone `location`; it is the same as `date.add`.
//
// ## Example
//
// ```
// import "experimental"
//
// experimental.addDuration(d: 1mo, to: 2021-01-31T00:00:00Z)  // => 2021-02-28T00:00:00.000000000Z
// ```
addDuration = (d, to, location=location) => date.add(d: d, to: to, location: location)

// subDuration takes the span `d` from the time `from`, in the time zone `location`; it is the same as `date.sub`.
//
// ## Example
//
// ```
// import "experimental"
//
// experimental.subDuration(d: 1d, from: 2021-03-01T00:00:00Z)  // => 2021-02-28T00:00:00.000000000Z
// ```
subDuration = (d, from, location=location) => date.sub(d: d, from: from, location: location)

// objectKeys returns the labels of the record `o`, in the order of its fields.
//
// ## Example
//
// ```
// import "experimental"
//
// experimental.objectKeys(o: {speed: 1, name: "pump"})  // => [speed, name]
// ```
builtin objectKeys : (o: A) => [string] where A: Record

// catch calls `fn`, and returns what it gives, or what went wrong.
//
// Without an error, `value` is the result of `fn`, and `code` and `msg` are null. With one, `value` is null, `code` is the number
// of the class of the error, and `msg` its text. Limits of the run cannot be caught.
//
// ## Example
//
// ```
// import "experimental"
//
// caught = experimental.catch(fn: () => 1 / 0)
// caught.msg  // => cannot divide by zero
// caught.code  // => 9
// ```
builtin catch : (fn: () => A) => {value: A, code: uint, msg: string}

// group adds columns to the group key.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - mode: `extend`, which is the only mode.
// - columns: Columns to add to the group key.
//
// ## Example
//
// ```
// import "experimental"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> experimental.group(columns: ["_value"], mode: "by")
// ```
builtin group : (<-tables: stream[A], mode: string, columns: [string]) => stream[A] where A: Record

// set gives columns of texts the values of a record.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - o: Record of texts; each field is the column of that name.
//
// ## Example
//
// ```
// import "experimental"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> experimental.set(o: {kind: "a"})
// ```
builtin set : (<-tables: stream[A], o: B) => stream[C] where A: Record, B: Record, C: Record

// join joins two streams on their group keys and times.
//
// ## Parameters
//
// - left: One stream.
// - right: The other stream.
// - fn: Makes the new row of the rows `left` and `right`.
//
// ## Example
//
// ```
// import "experimental"
//
// experimental.join(fn: (left, right) => ({left with other: right._value}), left: from(bucket: "a"), right: from(bucket: "b"))
// ```
builtin join : (left: stream[A], right: stream[B], fn: (left: A, right: B) => C) => stream[C]
    where
    A: Record,
    B: Record,
    C: Record

// chain runs one stream to its end, then another, and returns the other.
//
// ## Parameters
//
// - first: Stream whose rows are dropped.
// - second: Stream to return.
//
// ## Example
//
// ```
// import "experimental"
//
// experimental.chain(first: from(bucket: "a") |> range(start: -1h), second: from(bucket: "b") |> range(start: -1h))
// ```
builtin chain : (first: stream[A], second: stream[B]) => stream[B] where A: Record, B: Record

// _window is what `window` is made of.
builtin _window : (
        <-tables: stream[{T with _start: time, _stop: time, _time: time}],
        every: duration,
        period: duration,
        offset: duration,
        location: {zone: string, offset: duration},
        createEmpty: bool,
    ) => stream[{T with _start: time, _stop: time, _time: time}]

// window groups rows by spans of time; it knows the columns by their usual names.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - every: How far apart spans begin. Default is `period`.
// - period: How long a span lasts. Default is `every`.
// - offset: By how much the starts of spans are moved. Default is `0s`.
// - location: Time zone by which days and months begin. Default is the option `location`.
// - createEmpty: Whether there are tables for spans without rows. Default is false.
//
// ## Example
//
// ```
// import "experimental"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> experimental.window()
// ```
window = (
    tables=<-,
    every=0s,
    period=0s,
    offset=0s,
    location=location,
    createEmpty=false,
) =>
    tables
        |> _window(
            every: every,
            period: if int(v: period) == 0 then every else period,
            offset: offset,
            location: location,
            createEmpty: createEmpty,
        )

// integral returns the area under the values of each table.
//
// ## Parameters
//
// - tables: Rows with `_time` and `_value`, piped in.
// - unit: Span that counts as 1. Default is `1s`.
// - interpolate: `linear`, where values are drawn out to the bounds, or `""`, the default, where they are not.
//
// ## Example
//
// ```
// import "experimental"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> experimental.integral()
// ```
builtin integral : (
        <-tables: stream[{T with _time: time, _value: B}],
        ?unit: duration,
        ?interpolate: string,
    ) => stream[{T with _value: B}]

// count counts the values of each table.
//
// ## Parameters
//
// - tables: Rows with `_value`, piped in.
//
// ## Example
//
// ```
// import "experimental"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> experimental.count()
// ```
builtin count : (<-tables: stream[{T with _value: A}]) => stream[{T with _value: int}]

// histogramQuantile estimates a quantile from the counts of a histogram.
//
// ## Parameters
//
// - tables: Rows with the counts in `_value` and the upper bounds in `le`, piped in.
// - quantile: Which quantile, 0 to 1.
// - minValue: Lower bound of the lowest count. Default is 0.0.
//
// ## Example
//
// ```
// import "experimental"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> experimental.histogramQuantile()
// ```
builtin histogramQuantile : (
        <-tables: stream[{T with _value: float, le: float}],
        ?quantile: float,
        ?minValue: float,
    ) => stream[{T with _value: float}]

// mean returns the average of the values of each table.
//
// ## Parameters
//
// - tables: Rows with `_value`, piped in.
//
// ## Example
//
// ```
// import "experimental"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> experimental.mean()
// ```
builtin mean : (<-tables: stream[{T with _value: float}]) => stream[{T with _value: float}]

// mode returns the most frequent values of each table.
//
// ## Parameters
//
// - tables: Rows with `_value`, piped in.
//
// ## Example
//
// ```
// import "experimental"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> experimental.mode()
// ```
builtin mode : (<-tables: stream[{T with _value: A}]) => stream[{T with _value: A}]

// quantile returns a quantile of the values of each table.
//
// ## Parameters
//
// - tables: Rows with `_value`, piped in.
// - q: Which quantile, 0 to 1.
// - compression: How many centroids an estimate keeps; more are more exact. Default is 1000.0.
// - method: `estimate_tdigest`, `exact_mean` or `exact_selector`. Default is `estimate_tdigest`.
//
// ## Example
//
// ```
// import "experimental"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> experimental.quantile(q: 0.9)
// ```
builtin quantile : (
        <-tables: stream[{T with _value: float}],
        q: float,
        ?compression: float,
        ?method: string,
    ) => stream[{T with _value: float}]

// skew returns how lopsided the values of each table are.
//
// ## Parameters
//
// - tables: Rows with `_value`, piped in.
//
// ## Example
//
// ```
// import "experimental"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> experimental.skew()
// ```
builtin skew : (<-tables: stream[{T with _value: float}]) => stream[{T with _value: float}]

// spread returns the difference between the largest and the smallest value of each table.
//
// ## Parameters
//
// - tables: Rows with `_value`, piped in.
//
// ## Example
//
// ```
// import "experimental"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> experimental.spread()
// ```
builtin spread : (<-tables: stream[{T with _value: A}]) => stream[{T with _value: A}]
    where
    A: Numeric

// stddev returns the standard deviation of the values of each table.
//
// ## Parameters
//
// - tables: Rows with `_value`, piped in.
// - mode: `sample`, or `population` if the values are all there are. Default is `sample`.
//
// ## Example
//
// ```
// import "experimental"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> experimental.stddev()
// ```
builtin stddev : (
        <-tables: stream[{T with _value: float}],
        ?mode: string,
    ) => stream[{T with _value: float}]

// sum adds the values of each table.
//
// ## Parameters
//
// - tables: Rows with `_value`, piped in.
//
// ## Example
//
// ```
// import "experimental"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> experimental.sum()
// ```
builtin sum : (<-tables: stream[{T with _value: A}]) => stream[{T with _value: A}] where A: Numeric

// kaufmansAMA returns the adaptive moving average of Kaufman.
//
// ## Parameters
//
// - tables: Rows with `_value`, piped in.
// - n: How many values the average takes, 1 or more.
//
// ## Example
//
// ```
// import "experimental"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> experimental.kaufmansAMA(n: 3)
// ```
builtin kaufmansAMA : (
        <-tables: stream[{T with _value: A}],
        n: int,
    ) => stream[{T with _value: float}]
    where
    A: Numeric

// distinct returns each value of a table once.
//
// ## Parameters
//
// - tables: Rows with `_value`, piped in.
//
// ## Example
//
// ```
// import "experimental"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> experimental.distinct()
// ```
builtin distinct : (<-tables: stream[{T with _value: A}]) => stream[{T with _value: A}]

// fill puts a value, or the one before, in the place of nulls.
//
// ## Parameters
//
// - tables: Rows with `_value`, piped in.
// - value: Value in the place of nulls. Either this or `usePrevious` is given.
// - usePrevious: Whether the last value before takes the place of a null. Default is false.
//
// ## Example
//
// ```
// import "experimental"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> experimental.fill()
// ```
builtin fill : (
        <-tables: stream[{T with _value: A}],
        ?value: A,
        ?usePrevious: bool,
    ) => stream[{T with _value: A}]

// first returns the first row of each table whose value is not null.
//
// ## Parameters
//
// - tables: Rows with `_value`, piped in.
//
// ## Example
//
// ```
// import "experimental"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> experimental.first()
// ```
builtin first : (<-tables: stream[{T with _value: A}]) => stream[{T with _value: A}]

// last returns the last row of each table whose value is not null.
//
// ## Parameters
//
// - tables: Rows with `_value`, piped in.
//
// ## Example
//
// ```
// import "experimental"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> experimental.last()
// ```
builtin last : (<-tables: stream[{T with _value: A}]) => stream[{T with _value: A}]

// max returns the row of each table with the largest value.
//
// ## Parameters
//
// - tables: Rows with `_value`, piped in.
//
// ## Example
//
// ```
// import "experimental"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> experimental.max()
// ```
builtin max : (<-tables: stream[{T with _value: A}]) => stream[{T with _value: A}]

// min returns the row of each table with the smallest value.
//
// ## Parameters
//
// - tables: Rows with `_value`, piped in.
//
// ## Example
//
// ```
// import "experimental"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> experimental.min()
// ```
builtin min : (<-tables: stream[{T with _value: A}]) => stream[{T with _value: A}]

// unique returns the first row with each value.
//
// ## Parameters
//
// - tables: Rows with `_value`, piped in.
//
// ## Example
//
// ```
// import "experimental"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> experimental.unique()
// ```
builtin unique : (<-tables: stream[{T with _value: A}]) => stream[{T with _value: A}]

// histogram counts the values up to each of some bounds.
//
// ## Parameters
//
// - tables: Rows with `_value`, piped in.
// - bins: Upper bounds, as `linearBins` makes them.
// - normalize: Whether counts are parts of 1. Default is false.
//
// ## Example
//
// ```
// import "experimental"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> experimental.histogram(bins: [1.0, 5.0])
// ```
builtin histogram : (
        <-tables: stream[{T with _value: float}],
        bins: [float],
        ?normalize: bool,
    ) => stream[{T with _value: float, le: float}]

// preview returns the first rows of the first tables.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - nrows: Most rows of a table. Default is 5.
// - ntables: Most tables. Default is 5.
//
// ## Example
//
// ```
// import "experimental"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> experimental.preview()
// ```
builtin preview : (<-tables: stream[A], ?nrows: int, ?ntables: int) => stream[A] where A: Record

// unpivot turns columns into rows with the columns `_field` and `_value`.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - otherColumns: Columns that stay as they are, beside the group key and `_time`. Default is none.
//
// ## Example
//
// ```
// import "experimental"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> experimental.unpivot()
// ```
builtin unpivot : (
        <-tables: stream[{A with _time: time}],
        ?otherColumns: [string],
    ) => stream[{B with _field: string, _value: C}]
    where
    A: Record,
    B: Record

// diff returns the rows by which two streams differ.
//
// ## Parameters
//
// - got: Rows to look at, piped in.
// - want: Rows to compare them with.
//
// ## Example
//
// ```
// import "experimental"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> experimental.diff(want: from(bucket: "b"))
// ```
builtin diff : (<-got: stream[A], want: stream[A]) => stream[{A with _diff: string}]

// to writes rows to a bucket; it is the same as `wideTo` of `influxdata/influxdb`.
//
// ## Parameters
//
// - bucket: Name of the bucket.
// - bucketID: ID of the bucket, in the place of `bucket`.
// - host: URL of the server. A script that does not run in InfluxDB must give it.
// - org: Name of the organization.
// - orgID: ID of the organization, in the place of `org`.
// - tables: Rows to write, piped in.
// - token: API token for `host`.
//
// ## Example
//
// ```
// import "experimental"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> experimental.to()
// ```
to = influxdb.wideTo

// alignTime moves the times of each table so that they start at `alignTo`.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - alignTo: Time of the start of the first span. Default is 1970-01-01.
//
// ## Example
//
// ```
// import "experimental"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> experimental.alignTime()
// ```
alignTime = (tables=<-, alignTo=time(v: 0)) =>
    tables
        |> stateDuration(fn: (r) => true, column: "__since", unit: 1ns)
        |> map(fn: (r) => ({r with _time: time(v: int(v: alignTo) + r.__since)}))
        |> drop(columns: ["__since"])
