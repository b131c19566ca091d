// Package experimental holds functions that may still change.
package experimental


import "date"
import "influxdata/influxdb"

// addDuration adds a span to an instant; it is the same as `date.add`.
//
// ## Example
//
// ```
// import "experimental"
//
// experimental.addDuration(d: 1mo, to: 2021-01-31T00:00:00Z)  // => 2021-02-28T00:00:00.000000000Z
// ```
addDuration = (d, to, location=location) => date.add(d: d, to: to, location: location)

// subDuration takes a span from an instant; it is the same as `date.sub`.
//
// ## Example
//
// ```
// import "experimental"
//
// experimental.subDuration(d: 1d, from: 2021-03-01T00:00:00Z)  // => 2021-02-28T00:00:00.000000000Z
// ```
subDuration = (d, from, location=location) => date.sub(d: d, from: from, location: location)

// objectKeys returns the labels of a record, in the order of its fields.
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
