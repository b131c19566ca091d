// Package universe is there in every script, without an import.
package universe


// bool turns `v` into a bool: the texts `true` and `false`, and the numbers 0 and 1. A null stays null.
//
// ## Example
//
// ```
// bool(v: "true")  // => true
// ```
builtin bool : (v: A) => bool

// int turns `v` into an int: decimal texts, numbers, bools, times and durations as nanoseconds. A null stays null.
//
// Floats lose their fraction; uints, and floats that are too large, wrap around.
//
// ## Example
//
// ```
// [int(v: "-12"), int(v: 2.9), int(v: 1970-01-01T00:00:01Z)]  // => [-12, 2, 1000000000]
// ```
builtin int : (v: A) => int

// uint turns `v` into a uint: decimal texts without a sign, numbers, bools, times and durations as nanoseconds. A null stays null.
//
// Negative numbers wrap around.
//
// ## Example
//
// ```
// uint(v: "42")  // => 42
// ```
builtin uint : (v: A) => uint

// float turns `v` into a float: texts, numbers and bools. A null stays null.
//
// ## Example
//
// ```
// [float(v: "1.5e3"), float(v: 2), float(v: "0x1p-2")]  // => [1500, 2, 0.25]
// ```
builtin float : (v: A) => float

// string turns `v` into a text. Floats are written without an exponent, times with nine digits after the second, bytes
// must be UTF-8. A null stays null.
//
// ## Example
//
// ```
// string(v: 90m)  // => 1h30m
// ```
builtin string : (v: A) => string

// time turns `v` into an instant: dates, dates with a time in RFC 3339, and nanoseconds since 1970. A null stays null.
//
// ## Example
//
// ```
// time(v: "2021-02-28T12:00:00+01:00")  // => 2021-02-28T11:00:00.000000000Z
// ```
builtin time : (v: A) => time

// duration turns `v` into a span of time: texts such as `1h30m`, and nanoseconds. A null stays null.
//
// ## Example
//
// ```
// duration(v: "90m")  // => 1h30m
// ```
builtin duration : (v: A) => duration

// bytes turns the text `v` into the bytes of its UTF-8 form. What is no text is an error.
//
// ## Example
//
// ```
// bytes(v: "hi")  // => 0x6869
// ```
builtin bytes : (v: A) => bytes

// _vectorizedFloat is `float` for a whole column.
builtin _vectorizedFloat : (v: vector[A]) => vector[float]

// display returns `v` as text for people to read, whatever it is.
//
// ## Example
//
// ```
// display(v: {b: [1, 2], a: 1.0})  // => {a: 1, b: [1, 2]}
// ```
builtin display : (v: A) => string

// contains tells whether the array `set` holds `value`. A null is never in it.
//
// ## Example
//
// ```
// contains(value: 2, set: [1, 2, 3])  // => true
// ```
builtin contains : (value: A, set: [A]) => bool where A: Nullable

// length counts the elements of the array `arr`.
//
// ## Example
//
// ```
// ["a", "b"] |> length()  // => 2
// ```
builtin length : (<-arr: [A]) => int

// die ends the script with the error `msg`. It can stand wherever a value is expected.
//
// ## Example
//
// ```
// check = (x) => if x > 0 then x else die(msg: "x must be positive")
// check(x: 1)  // => 1
// ```
builtin die : (msg: string) => A

// inf is the longest span of time.
//
// ## Example
//
// ```
// int(v: inf)  // => 9223372036854775807
// ```
builtin inf : duration

// linearBins returns `count` bounds from `start` on that are `width` apart, and infinity unless `infinity` is false.
//
// ## Example
//
// ```
// linearBins(start: 0.0, width: 5.0, count: 2)  // => [0, 5, +Inf]
// ```
builtin linearBins : (start: float, width: float, count: int, ?infinity: bool) => [float]

// logarithmicBins returns `count` bounds from `start` on, each `factor` times the one before, and infinity unless
// `infinity` is false.
//
// ## Example
//
// ```
// logarithmicBins(start: 1.0, factor: 10.0, count: 3, infinity: false)  // => [1, 10, 100]
// ```
builtin logarithmicBins : (start: float, factor: float, count: int, ?infinity: bool) => [float]

// _now returns the instant at which the run started.
builtin _now : () => time

// now returns the present instant, which is the same throughout a run.
//
// A script sets another with `option now = () => 2021-01-01T00:00:00Z`.
//
// ## Example
//
// ```
// now() == now()  // => true
// ```
option now = _now

// _truncate is `date.truncate`, which cannot be imported here.
builtin _truncate : (t: T, unit: duration, location: {zone: string, offset: duration}) => time
    where
    T: Timeable

// today returns the start of the present day, by the clock of `location`.
//
// ## Example
//
// ```
// option now = () => 2021-05-06T07:08:09Z
// today()  // => 2021-05-06T00:00:00.000000000Z
// ```
today = () => _truncate(t: now(), unit: 1d, location: location)

// chandeMomentumOscillator returns the momentum of the last `n` values, between -100 and 100.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - n: How many values count, 1 or more.
// - columns: Columns of the values. Default is `["_value"]`.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> chandeMomentumOscillator(n: 3)
// ```
builtin chandeMomentumOscillator : (<-tables: stream[A], n: int, ?columns: [string]) => stream[B]
    where
    A: Record,
    B: Record

// columns returns one row for each column, with its label.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - column: Column for the labels. Default is `_value`.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> columns()
// ```
builtin columns : (<-tables: stream[A], ?column: string) => stream[B] where A: Record, B: Record

// count counts the rows of each table.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - column: Column to count. Default is `_value`.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> count()
// ```
builtin count : (<-tables: stream[A], ?column: string) => stream[B] where A: Record, B: Record

// covariance returns the covariance of two columns.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - pearsonr: Whether the result is the correlation, between -1 and 1. Default is false.
// - valueDst: Column for the result. Default is `_value`.
// - columns: The two columns.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> covariance(columns: ["_value"])
// ```
builtin covariance : (
        <-tables: stream[A],
        ?pearsonr: bool,
        ?valueDst: string,
        columns: [string],
    ) => stream[B]
    where
    A: Record,
    B: Record

// cumulativeSum returns the sum of the values so far.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - columns: Columns of the values. Default is `["_value"]`.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> cumulativeSum()
// ```
builtin cumulativeSum : (<-tables: stream[A], ?columns: [string]) => stream[B]
    where
    A: Record,
    B: Record

// derivative returns how fast values change in `unit`.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - unit: Span that counts as 1. Default is `1s`.
// - nonNegative: Whether the result is null where a value falls. Default is false.
// - columns: Columns of the values. Default is `["_value"]`.
// - timeColumn: Column of the times. Default is `_time`.
// - initialZero: Whether, with `nonNegative`, a value that falls is taken to have started again at 0. Default is false.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> derivative()
// ```
builtin derivative : (
        <-tables: stream[A],
        ?unit: duration,
        ?nonNegative: bool,
        ?columns: [string],
        ?timeColumn: string,
        ?initialZero: bool,
    ) => stream[B]
    where
    A: Record,
    B: Record

// difference returns the difference between each value and the one before.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - nonNegative: Whether the result is null where a value falls. Default is false.
// - columns: Columns of the values. Default is `["_value"]`.
// - keepFirst: Whether the first row stays, with a null. Default is false.
// - initialZero: Whether, with `nonNegative`, a value that falls is taken to have started again at 0. Default is false.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> difference()
// ```
builtin difference : (
        <-tables: stream[T],
        ?nonNegative: bool,
        ?columns: [string],
        ?keepFirst: bool,
        ?initialZero: bool,
    ) => stream[R]
    where
    T: Record,
    R: Record

// distinct returns each value of a column once.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - column: Column of the values. The result is always `_value`. Default is `_value`.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> distinct()
// ```
builtin distinct : (<-tables: stream[A], ?column: string) => stream[B] where A: Record, B: Record

// drop removes columns, by name or by a function of the name.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - fn: Tells of the name `column` whether that column goes. Either this or `columns` is given.
// - columns: Names of columns; those that are not there do not matter.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> drop()
// ```
builtin drop : (<-tables: stream[A], ?fn: (column: string) => bool, ?columns: [string]) => stream[B]
    where
    A: Record,
    B: Record

// duplicate copies a column under another name.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - column: Column to copy. It must be there.
// - as: Name of the copy.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> duplicate(as: "copy", column: "_value")
// ```
builtin duplicate : (<-tables: stream[A], column: string, as: string) => stream[B]
    where
    A: Record,
    B: Record

// elapsed adds the time since the row before, in `unit`.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - unit: Span that counts as 1. Default is `1s`.
// - timeColumn: Column of the times. Default is `_time`.
// - columnName: Column for the times, which are ints. Default is `elapsed`.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> elapsed()
// ```
builtin elapsed : (
        <-tables: stream[A],
        ?unit: duration,
        ?timeColumn: string,
        ?columnName: string,
    ) => stream[B]
    where
    A: Record,
    B: Record

// exponentialMovingAverage returns an average of the last `n` values in which later ones weigh more.
//
// ## Parameters
//
// - tables: Rows with `_value`, piped in.
// - n: How many values the average takes, 1 or more.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> exponentialMovingAverage(n: 3)
// ```
builtin exponentialMovingAverage : (
        <-tables: stream[{B with _value: A}],
        n: int,
    ) => stream[{B with _value: A}]
    where
    A: Numeric

// fill puts a value, or the one before, in the place of nulls.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - column: Column to fill. Default is `_value`.
// - value: Value in the place of nulls. Either this or `usePrevious` is given.
// - usePrevious: Whether the last value before takes the place of a null. Default is false.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> fill()
// ```
builtin fill : (<-tables: stream[A], ?column: string, ?value: B, ?usePrevious: bool) => stream[C]
    where
    A: Record,
    C: Record

// filter returns the rows for which `fn` is true.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - fn: Tells of a row `r` whether it stays. A null counts as false.
// - onEmpty: What becomes of tables without rows: `drop` or `keep`. Default is `drop`.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> filter(fn: (r) => r._value > 1.0)
// ```
builtin filter : (<-tables: stream[A], fn: (r: A) => bool, ?onEmpty: string) => stream[A]
    where
    A: Record

// first returns the first row of each table whose value is not null.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - column: Column that must not be null. Default is `_value`.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> first()
// ```
builtin first : (<-tables: stream[A], ?column: string) => stream[A] where A: Record

// last returns the last row of each table whose value is not null.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - column: Column that must not be null. Default is `_value`.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> last()
// ```
builtin last : (<-tables: stream[A], ?column: string) => stream[A] where A: Record

// group groups rows by the values of columns.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - mode: `by`, or `except` for all columns but those. Default is `by`.
// - columns: Columns to group by. Default is none, which gives one table.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> group()
// ```
builtin group : (<-tables: stream[A], ?mode: string, ?columns: [string]) => stream[A]
    where
    A: Record

// histogram counts the values up to each of some bounds.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - column: Column of the values. Default is `_value`.
// - upperBoundColumn: Column for the bounds. Default is `le`.
// - countColumn: Column for the counts. Default is `_value`.
// - bins: Upper bounds, as `linearBins` makes them.
// - normalize: Whether counts are parts of 1. Default is false.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> histogram(bins: [1.0, 5.0])
// ```
builtin histogram : (
        <-tables: stream[A],
        ?column: string,
        ?upperBoundColumn: string,
        ?countColumn: string,
        bins: [float],
        ?normalize: bool,
    ) => stream[B]
    where
    A: Record,
    B: Record

// histogramQuantile estimates a quantile from the counts of a histogram.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - quantile: Which quantile, 0 to 1. It must be given.
// - countColumn: Column of the counts. Default is `_value`.
// - upperBoundColumn: Column of the upper bounds. Default is `le`.
// - valueColumn: Column for the result. Default is `_value`.
// - minValue: Lower bound of the lowest count. Default is 0.0.
// - onNonmonotonic: What to do if counts fall: `error`, `force` or `drop`. Default is `error`.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> histogramQuantile()
// ```
builtin histogramQuantile : (
        <-tables: stream[A],
        ?quantile: float,
        ?countColumn: string,
        ?upperBoundColumn: string,
        ?valueColumn: string,
        ?minValue: float,
        ?onNonmonotonic: string,
    ) => stream[B]
    where
    A: Record,
    B: Record

// holtWinters forecasts `n` values by the method of Holt and Winters.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - n: How many values to forecast.
// - interval: How far apart they are.
// - withFit: Whether the result has the values that were fitted, too. Default is false.
// - column: Column of the values. Default is `_value`.
// - timeColumn: Column of the times. Default is `_time`.
// - seasonality: How many values a season has. Default is 0, no season.
// - withMinSSE: Whether rows gain the column `minSSE`, the error of the fit. Default is false.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> holtWinters(interval: 1h, n: 3)
// ```
builtin holtWinters : (
        <-tables: stream[A],
        n: int,
        interval: duration,
        ?withFit: bool,
        ?column: string,
        ?timeColumn: string,
        ?seasonality: int,
        ?withMinSSE: bool,
    ) => stream[B]
    where
    A: Record,
    B: Record

// _hourSelection is what `hourSelection` is made of.
builtin _hourSelection : (
        <-tables: stream[A],
        start: int,
        stop: int,
        location: {zone: string, offset: duration},
        ?timeColumn: string,
    ) => stream[A]
    where
    A: Record

// integral returns the area under the values of each table.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - unit: Span that counts as 1. Default is `1s`.
// - timeColumn: Column of the times. Default is `_time`.
// - column: Column of the values. Default is `_value`.
// - interpolate: `linear`, where values are drawn out to the bounds, or `""`, the default, where they are not.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> integral()
// ```
builtin integral : (
        <-tables: stream[A],
        ?unit: duration,
        ?timeColumn: string,
        ?column: string,
        ?interpolate: string,
    ) => stream[B]
    where
    A: Record,
    B: Record

// join joins two streams on columns with equal values.
//
// ## Parameters
//
// - tables: Record of the two streams, piped in. Columns that both have gain the name of their stream.
// - method: `inner`, which is the only method and the default.
// - on: Columns that must be equal.
//
// ## Example
//
// ```
// join(tables: {a: from(bucket: "a"), b: from(bucket: "b")}, on: ["_time"])
// ```
builtin join : (<-tables: A, ?method: string, ?on: [string]) => stream[B] where A: Record, B: Record

// kaufmansAMA returns the adaptive moving average of Kaufman.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - n: How many values the average takes, 1 or more.
// - column: Column of the values. Default is `_value`.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> kaufmansAMA(n: 3)
// ```
builtin kaufmansAMA : (<-tables: stream[A], n: int, ?column: string) => stream[B]
    where
    A: Record,
    B: Record

// keep removes all columns but some, by name or by a function of the name.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - columns: Names of columns; those that are not there do not matter.
// - fn: Tells of the name `column` whether that column stays. Either this or `columns` is given.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> keep()
// ```
builtin keep : (<-tables: stream[A], ?columns: [string], ?fn: (column: string) => bool) => stream[B]
    where
    A: Record,
    B: Record

// keyValues returns the labels of the group key with their values.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - keyColumns: Columns to read. They must be given, and be of one type.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> keyValues()
// ```
builtin keyValues : (
        <-tables: stream[A],
        ?keyColumns: [string],
    ) => stream[{C with _key: string, _value: B}]
    where
    A: Record,
    C: Record

// keys returns the labels of the group key.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - column: Column for the labels. Default is `_value`.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> keys()
// ```
builtin keys : (<-tables: stream[A], ?column: string) => stream[B] where A: Record, B: Record

// limit returns the first `n` rows of each table, after `offset` rows.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - n: Most rows of a table.
// - offset: How many rows to leave out first. Default is 0.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> limit(n: 3)
// ```
builtin limit : (<-tables: stream[A], n: int, ?offset: int) => stream[A]

// map returns the rows that `fn` makes of each row.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - fn: Makes the new row of a row `r`.
// - mergeKey: Whether columns of the group key stay that `fn` leaves out. It is deprecated. Default is false.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> map(fn: (r) => r._value > 1.0)
// ```
builtin map : (<-tables: stream[A], fn: (r: A) => B, ?mergeKey: bool) => stream[B]

// max returns the row of each table with the largest value.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - column: Column of the values. Default is `_value`.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> max()
// ```
builtin max : (<-tables: stream[A], ?column: string) => stream[A] where A: Record

// min returns the row of each table with the smallest value.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - column: Column of the values. Default is `_value`.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> min()
// ```
builtin min : (<-tables: stream[A], ?column: string) => stream[A] where A: Record

// mean returns the average of the values of each table.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - column: Column of the values. Default is `_value`.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> mean()
// ```
builtin mean : (<-tables: stream[A], ?column: string) => stream[B] where A: Record, B: Record

// mode returns the most frequent values of each table.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - column: Column of the values. Default is `_value`.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> mode()
// ```
builtin mode : (<-tables: stream[A], ?column: string) => stream[{C with _value: B}]
    where
    A: Record,
    C: Record

// movingAverage returns the average of the last `n` values.
//
// ## Parameters
//
// - tables: Rows with `_value`, piped in.
// - n: How many values the average takes, 1 or more.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> movingAverage(n: 3)
// ```
builtin movingAverage : (
        <-tables: stream[{B with _value: A}],
        n: int,
    ) => stream[{B with _value: float}]
    where
    A: Numeric

// quantile returns a quantile of the values of each table.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - column: Column of the values. Default is `_value`.
// - q: Which quantile, 0 to 1.
// - compression: How many centroids an estimate keeps; more are more exact. Default is 1000.0.
// - method: `estimate_tdigest`, `exact_mean` or `exact_selector`. Default is `estimate_tdigest`.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> quantile(q: 0.9)
// ```
builtin quantile : (
        <-tables: stream[A],
        ?column: string,
        q: float,
        ?compression: float,
        ?method: string,
    ) => stream[A]
    where
    A: Record

// pivot turns rows into columns.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - rowKey: Columns whose values tell rows apart.
// - columnKey: Columns whose values become names of columns.
// - valueColumn: Column of the values.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> pivot(columnKey: ["_field"], rowKey: ["_time"], valueColumn: "_value")
// ```
builtin pivot : (
        <-tables: stream[A],
        rowKey: [string],
        columnKey: [string],
        valueColumn: string,
    ) => stream[B]
    where
    A: Record,
    B: Record

// range returns the rows between two instants.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - start: Earliest time, or a duration from now, such as `-1h`.
// - stop: Time that is the first to be left out, or a duration from now. Default is now.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> range(start: -1h)
// ```
builtin range : (
        <-tables: stream[{A with _time: time}],
        start: B,
        ?stop: C,
    ) => stream[{A with _time: time, _start: time, _stop: time}]

// reduce returns one row for each table, made by `fn` from all of its rows.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - fn: Makes the next `accumulator` of a row `r` and the one before.
// - identity: The first `accumulator`.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> reduce(fn: (r, accumulator) => ({sum: accumulator.sum + r._value}), identity: {sum: 0.0})
// ```
builtin reduce : (<-tables: stream[A], fn: (r: A, accumulator: B) => B, identity: B) => stream[C]
    where
    A: Record,
    B: Record,
    C: Record

// relativeStrengthIndex returns how strongly values rose, compared with how they fell, over `n` values.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - n: How many values count, 1 or more.
// - columns: Columns of the values. Default is `["_value"]`.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> relativeStrengthIndex(n: 3)
// ```
builtin relativeStrengthIndex : (<-tables: stream[A], n: int, ?columns: [string]) => stream[B]
    where
    A: Record,
    B: Record

// rename gives columns other names, by a record or by a function of the name.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - fn: Makes the new name of the name `column`. Either this or `columns` is given.
// - columns: Record of the new names, by the old ones, which must be there.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> rename()
// ```
builtin rename : (<-tables: stream[A], ?fn: (column: string) => string, ?columns: B) => stream[C]
    where
    A: Record,
    B: Record,
    C: Record

// sample returns every `n`th row.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - n: Every how many rows one is taken.
// - pos: Which row comes first, less than `n`. Default is -1, a random one.
// - column: Column that must not be null. Default is `_value`.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> sample(n: 3)
// ```
builtin sample : (<-tables: stream[A], n: int, ?pos: int, ?column: string) => stream[A]
    where
    A: Record

// set sets a column of texts to one value.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - key: Column.
// - value: Text.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> set(key: "kind", value: "a")
// ```
builtin set : (<-tables: stream[A], key: string, value: string) => stream[A] where A: Record

// tail returns the last `n` rows of each table, before `offset` rows.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - n: Most rows of a table.
// - offset: How many rows to leave out at the end. Default is 0.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> tail(n: 3)
// ```
builtin tail : (<-tables: stream[A], n: int, ?offset: int) => stream[A]

// timeShift moves the times of columns by a span.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - duration: By how much; it may be negative.
// - columns: Columns of times. Default is `["_start", "_stop", "_time"]`.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> timeShift(duration: 1h)
// ```
builtin timeShift : (<-tables: stream[A], duration: duration, ?columns: [string]) => stream[A]

// skew returns how lopsided the values of each table are.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - column: Column of the values. Default is `_value`.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> skew()
// ```
builtin skew : (<-tables: stream[A], ?column: string) => stream[B] where A: Record, B: Record

// spread returns the difference between the largest and the smallest value of each table.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - column: Column of the values. Default is `_value`.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> spread()
// ```
builtin spread : (<-tables: stream[A], ?column: string) => stream[B] where A: Record, B: Record

// sort orders the rows of each table by columns.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - columns: Columns to sort by, the first before the second. Default is `["_value"]`.
// - desc: Whether the largest comes first. Default is false.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> sort()
// ```
builtin sort : (<-tables: stream[A], ?columns: [string], ?desc: bool) => stream[A] where A: Record

// stateTracking adds how long, or for how many rows, `fn` has been true.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - fn: Tells of a row `r` whether it is in the state.
// - countColumn: Column for the number of rows, -1 outside the state. Default is none.
// - durationColumn: Column for the time, -1 outside the state. Default is none.
// - durationUnit: Span that counts as 1. Default is `1s`.
// - timeColumn: Column of the times. Default is `_time`.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> stateTracking(fn: (r) => r._value > 1.0)
// ```
builtin stateTracking : (
        <-tables: stream[A],
        fn: (r: A) => bool,
        ?countColumn: string,
        ?durationColumn: string,
        ?durationUnit: duration,
        ?timeColumn: string,
    ) => stream[B]
    where
    A: Record,
    B: Record

// stddev returns the standard deviation of the values of each table.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - column: Column of the values. Default is `_value`.
// - mode: `sample`, or `population` if the values are all there are. Default is `sample`.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> stddev()
// ```
builtin stddev : (<-tables: stream[A], ?column: string, ?mode: string) => stream[B]
    where
    A: Record,
    B: Record

// sum adds the values of each table.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - column: Column of the values. Default is `_value`.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> sum()
// ```
builtin sum : (<-tables: stream[A], ?column: string) => stream[B] where A: Record, B: Record

// tripleExponentialDerivative returns the rate of change of a threefold exponential average.
//
// ## Parameters
//
// - tables: Rows with `_value`, piped in.
// - n: How many values the average takes, 1 or more.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> tripleExponentialDerivative(n: 3)
// ```
builtin tripleExponentialDerivative : (
        <-tables: stream[{B with _value: A}],
        n: int,
    ) => stream[{B with _value: float}]
    where
    A: Numeric,
    B: Record

// union puts streams together into one.
//
// ## Parameters
//
// - tables: Streams, two or more.
//
// ## Example
//
// ```
// union(tables: [from(bucket: "a") |> range(start: -1h), from(bucket: "b") |> range(start: -1h)])
// ```
builtin union : (tables: [stream[A]]) => stream[A] where A: Record

// unique returns the first row with each value.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - column: Column of the values. Default is `_value`.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> unique()
// ```
builtin unique : (<-tables: stream[A], ?column: string) => stream[A] where A: Record

// _window is what `window` is made of.
builtin _window : (
        <-tables: stream[A],
        every: duration,
        period: duration,
        offset: duration,
        location: {zone: string, offset: duration},
        timeColumn: string,
        startColumn: string,
        stopColumn: string,
        createEmpty: bool,
    ) => stream[B]
    where
    A: Record,
    B: Record

// yield hands tables to the caller of the script, under a name.
//
// ## Parameters
//
// - tables: Rows to hand over, piped in.
// - name: Name of the result. Default is `_result`.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> yield()
// ```
builtin yield : (<-tables: stream[A], ?name: string) => stream[A] where A: Record

// tableFind returns the first table whose group key `fn` accepts.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - fn: Tells of a group key `key` whether it is the one.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> tableFind(fn: (key) => true)
// ```
builtin tableFind : (<-tables: stream[A], fn: (key: B) => bool) => stream[A]
    where
    A: Record,
    B: Record

// getColumn returns a column of a table as an array.
//
// ## Parameters
//
// - table: Rows to read, piped in.
// - column: Column. It must be there.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> getColumn(column: "_value")
// ```
builtin getColumn : (<-table: stream[A], column: string) => [B] where A: Record

// getRecord returns a row of a table as a record.
//
// ## Parameters
//
// - table: Rows to read, piped in.
// - idx: Number of the row; the first is 0.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> getRecord(idx: 0)
// ```
builtin getRecord : (<-table: stream[A], idx: int) => A where A: Record

// findColumn returns a column of the first table whose group key `fn` accepts.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - fn: Tells of a group key `key` whether it is the one. Without such a table, the result is empty.
// - column: Column.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> findColumn(column: "_value", fn: (key) => true)
// ```
builtin findColumn : (<-tables: stream[A], fn: (key: B) => bool, column: string) => [C]
    where
    A: Record,
    B: Record

// findRecord returns a row of the first table whose group key `fn` accepts.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - fn: Tells of a group key `key` whether it is the one. Without such a table or row, the result is empty.
// - idx: Number of the row; the first is 0.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> findRecord(fn: (key) => true, idx: 0)
// ```
builtin findRecord : (<-tables: stream[A], fn: (key: B) => bool, idx: int) => A
    where
    A: Record,
    B: Record

// _fillEmpty adds a row of nulls to each empty table, if `createEmpty` says so.
builtin _fillEmpty : (<-tables: stream[A], createEmpty: bool) => stream[A] where A: Record

// hourSelection returns the rows whose hour of the day lies between `start` and `stop`.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - start: First hour, 0 to 23.
// - stop: Last hour, 0 to 23. It may be less than `start`; the hours then go past midnight.
// - location: Time zone of the hours. Default is the option `location`.
// - timeColumn: Column of the times. Default is `_time`.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> hourSelection(start: 9, stop: 17)
// ```
hourSelection = (
    tables=<-,
    start,
    stop,
    location=location,
    timeColumn="_time",
) =>
    tables |> _hourSelection(start: start, stop: stop, location: location, timeColumn: timeColumn)

// window groups rows by spans of time: one begins every `every`, and each lasts `period`. One of the two is enough.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - every: How far apart spans begin. Default is `period`.
// - period: How long a span lasts. Default is `every`.
// - offset: By how much the starts of spans are moved. Default is `0s`.
// - location: Time zone by which days and months begin. Default is the option `location`.
// - timeColumn: Column of the times. Default is `_time`.
// - startColumn: Column for the start. Default is `_start`.
// - stopColumn: Column for the end. Default is `_stop`.
// - createEmpty: Whether there are tables for spans without rows. Default is false.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> window()
// ```
window = (
    tables=<-,
    every=0s,
    period=0s,
    offset=0s,
    location=location,
    timeColumn="_time",
    startColumn="_start",
    stopColumn="_stop",
    createEmpty=false,
) =>
    tables
        |> _window(
            every: if int(v: every) == 0 then period else every,
            period: if int(v: period) == 0 then every else period,
            offset: offset,
            location: location,
            timeColumn: timeColumn,
            startColumn: startColumn,
            stopColumn: stopColumn,
            createEmpty: createEmpty,
        )

// aggregateWindow applies an aggregate to each span of time.
//
// ## Parameters
//
// - every: How far apart spans begin.
// - period: How long a span lasts. Default is `every`.
// - fn: Aggregate or selector; it takes a `column`.
// - offset: By how much the starts of spans are moved. Default is `0s`.
// - location: Time zone by which days and months begin. Default is the option `location`.
// - column: Column of the values. Default is `_value`.
// - timeSrc: Column that the new times come from. Default is `_stop`.
// - timeDst: Column for the new times. Default is `_time`.
// - createEmpty: Whether there are rows for spans without rows. Default is true.
// - tables: Rows to read, piped in.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> aggregateWindow(every: 1m, fn: mean)
// ```
aggregateWindow = (
    every,
    period=0s,
    fn,
    offset=0s,
    location=location,
    column="_value",
    timeSrc="_stop",
    timeDst="_time",
    createEmpty=true,
    tables=<-,
) =>
    tables
        |> window(
            every: every,
            period: period,
            offset: offset,
            location: location,
            createEmpty: createEmpty,
        )
        |> fn(column: column)
        |> _fillEmpty(createEmpty: createEmpty)
        |> duplicate(column: timeSrc, as: timeDst)
        |> window(every: inf, timeColumn: timeDst)

// timedMovingAverage returns, every `every`, the average of the last `period`.
//
// ## Parameters
//
// - every: How far apart the results are.
// - period: How long a span lasts.
// - column: Column of the values. Default is `_value`.
// - tables: Rows to read, piped in.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> timedMovingAverage(every: 1m, period: 5m)
// ```
timedMovingAverage = (every, period, column="_value", tables=<-) =>
    tables
        |> window(every: every, period: period)
        |> mean(column: column)
        |> duplicate(column: "_stop", as: "_time")
        |> window(every: inf)

// cov returns the covariance of the values of two streams.
//
// ## Parameters
//
// - x: One stream, with `_value`.
// - y: The other stream, with `_value`.
// - on: Columns that must be equal.
// - pearsonr: Whether the result is the correlation, between -1 and 1. Default is false.
//
// ## Example
//
// ```
// cov(on: ["_time"], x: from(bucket: "a"), y: from(bucket: "b"))
// ```
cov = (x, y, on, pearsonr=false) =>
    join(tables: {x: x, y: y}, on: on)
        |> covariance(pearsonr: pearsonr, columns: ["_value_x", "_value_y"])

// pearsonr returns the correlation of the values of two streams, between -1 and 1.
//
// ## Parameters
//
// - x: One stream, with `_value`.
// - y: The other stream, with `_value`.
// - on: Columns that must be equal.
//
// ## Example
//
// ```
// pearsonr(on: ["_time"], x: from(bucket: "a"), y: from(bucket: "b"))
// ```
pearsonr = (x, y, on) => cov(x: x, y: y, on: on, pearsonr: true)

// increase returns by how much a counter grew so far; a counter that fell is taken to have started again.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - columns: Columns of the values. Default is `["_value"]`.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> increase()
// ```
increase = (tables=<-, columns=["_value"]) =>
    tables |> difference(nonNegative: true, columns: columns) |> cumulativeSum(columns: columns)

// median returns the middle of the values of each table.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - method: `estimate_tdigest`, `exact_mean` or `exact_selector`. Default is `estimate_tdigest`.
// - compression: How many centroids an estimate keeps; more are more exact. Default is 0.0, which stands for 1000.0.
// - column: Column of the values. Default is `_value`.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> median()
// ```
median = (tables=<-, method="estimate_tdigest", compression=0.0, column="_value") =>
    tables |> quantile(q: 0.5, method: method, compression: compression, column: column)

// stateCount adds for how many rows `fn` has been true.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - fn: Tells of a row `r` whether it is in the state.
// - column: Column for the number of rows, -1 outside the state. Default is `stateCount`.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> stateCount(fn: (r) => r._value > 1.0)
// ```
stateCount = (tables=<-, fn, column="stateCount") =>
    tables |> stateTracking(fn: fn, countColumn: column)

// stateDuration adds how long `fn` has been true, in `unit`.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - fn: Tells of a row `r` whether it is in the state.
// - column: Column for the time, -1 outside the state. Default is `stateDuration`.
// - timeColumn: Column of the times. Default is `_time`.
// - unit: Span that counts as 1. Default is `1s`.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> stateDuration(fn: (r) => r._value > 1.0)
// ```
stateDuration = (
    tables=<-,
    fn,
    column="stateDuration",
    timeColumn="_time",
    unit=1s,
) =>
    tables
        |> stateTracking(fn: fn, durationColumn: column, timeColumn: timeColumn, durationUnit: unit)

// _sortLimit returns the first `n` rows in an order.
_sortLimit = (n, desc, columns=["_value"], tables=<-) =>
    tables |> sort(columns: columns, desc: desc) |> limit(n: n)

// top returns the `n` rows with the largest values.
//
// ## Parameters
//
// - n: Most rows of a table.
// - columns: Columns to sort by. Default is `["_value"]`.
// - tables: Rows to read, piped in.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> top(n: 3)
// ```
top = (n, columns=["_value"], tables=<-) => tables |> _sortLimit(n: n, columns: columns, desc: true)

// bottom returns the `n` rows with the smallest values.
//
// ## Parameters
//
// - n: Most rows of a table.
// - columns: Columns to sort by. Default is `["_value"]`.
// - tables: Rows to read, piped in.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> bottom(n: 3)
// ```
bottom = (n, columns=["_value"], tables=<-) =>
    tables |> _sortLimit(n: n, columns: columns, desc: false)

// _highestOrLowest reduces each group to one row, and returns the first `n` of these in an order.
_highestOrLowest = (
    n,
    _sortLimit,
    reducer,
    column="_value",
    groupColumns=[],
    tables=<-,
) =>
    tables
        |> group(columns: groupColumns)
        |> reducer()
        |> group(columns: [])
        |> _sortLimit(n: n, columns: [column])

// highestMax returns the rows of the `n` groups with the largest maximum.
//
// ## Parameters
//
// - n: How many groups.
// - column: Column of the values. Default is `_value`.
// - groupColumns: Columns to group by. Default is none.
// - tables: Rows to read, piped in.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> highestMax(n: 3)
// ```
highestMax = (n, column="_value", groupColumns=[], tables=<-) =>
    tables
        |> _highestOrLowest(
            n: n,
            column: column,
            groupColumns: groupColumns,
            reducer: (tables=<-) => tables |> max(column: column),
            _sortLimit: top,
        )

// highestAverage returns the rows of the `n` groups with the largest average.
//
// ## Parameters
//
// - n: How many groups.
// - column: Column of the values. Default is `_value`.
// - groupColumns: Columns to group by. Default is none.
// - tables: Rows to read, piped in.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> highestAverage(n: 3)
// ```
highestAverage = (n, column="_value", groupColumns=[], tables=<-) =>
    tables
        |> _highestOrLowest(
            n: n,
            column: column,
            groupColumns: groupColumns,
            reducer: (tables=<-) => tables |> mean(column: column),
            _sortLimit: top,
        )

// highestCurrent returns the rows of the `n` groups with the largest last value.
//
// ## Parameters
//
// - n: How many groups.
// - column: Column of the values. Default is `_value`.
// - groupColumns: Columns to group by. Default is none.
// - tables: Rows to read, piped in.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> highestCurrent(n: 3)
// ```
highestCurrent = (n, column="_value", groupColumns=[], tables=<-) =>
    tables
        |> _highestOrLowest(
            n: n,
            column: column,
            groupColumns: groupColumns,
            reducer: (tables=<-) => tables |> last(column: column),
            _sortLimit: top,
        )

// lowestMin returns the rows of the `n` groups with the smallest minimum.
//
// ## Parameters
//
// - n: How many groups.
// - column: Column of the values. Default is `_value`.
// - groupColumns: Columns to group by. Default is none.
// - tables: Rows to read, piped in.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> lowestMin(n: 3)
// ```
lowestMin = (n, column="_value", groupColumns=[], tables=<-) =>
    tables
        |> _highestOrLowest(
            n: n,
            column: column,
            groupColumns: groupColumns,
            reducer: (tables=<-) => tables |> min(column: column),
            _sortLimit: bottom,
        )

// lowestAverage returns the rows of the `n` groups with the smallest average.
//
// ## Parameters
//
// - n: How many groups.
// - column: Column of the values. Default is `_value`.
// - groupColumns: Columns to group by. Default is none.
// - tables: Rows to read, piped in.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> lowestAverage(n: 3)
// ```
lowestAverage = (n, column="_value", groupColumns=[], tables=<-) =>
    tables
        |> _highestOrLowest(
            n: n,
            column: column,
            groupColumns: groupColumns,
            reducer: (tables=<-) => tables |> mean(column: column),
            _sortLimit: bottom,
        )

// lowestCurrent returns the rows of the `n` groups with the smallest last value.
//
// ## Parameters
//
// - n: How many groups.
// - column: Column of the values. Default is `_value`.
// - groupColumns: Columns to group by. Default is none.
// - tables: Rows to read, piped in.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> lowestCurrent(n: 3)
// ```
lowestCurrent = (n, column="_value", groupColumns=[], tables=<-) =>
    tables
        |> _highestOrLowest(
            n: n,
            column: column,
            groupColumns: groupColumns,
            reducer: (tables=<-) => tables |> last(column: column),
            _sortLimit: bottom,
        )

// kaufmansER returns how straight values moved over `n` values, between 0 and 1.
//
// ## Parameters
//
// - n: How many values count, 1 or more.
// - tables: Rows to read, piped in.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> kaufmansER(n: 3)
// ```
kaufmansER = (n, tables=<-) =>
    tables
        |> chandeMomentumOscillator(n: n)
        |> map(
            fn: (r) =>
                ({r with _value: if r._value < 0.0 then r._value / (-100.0) else r._value / 100.0}),
        )

// timeWeightedAvg returns the average of values over the time that each of them lasted; `unit` is that of the integral.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - unit: Span that counts as 1 in the integral.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> timeWeightedAvg(unit: 1s)
// ```
timeWeightedAvg = (tables=<-, unit) =>
    tables
        |> integral(unit: unit)
        |> map(
            fn: (r) =>
                ({r with _value:
                        r._value * float(v: uint(v: unit)) / float(
                                v: int(v: r._stop) - int(v: r._start),
                            ),
                }),
        )

// doubleEMA returns an exponential moving average over `n` values that follows changes sooner.
//
// ## Parameters
//
// - n: How many values the average takes, 1 or more.
// - tables: Rows with `_value`, piped in.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> doubleEMA(n: 3)
// ```
doubleEMA = (n, tables=<-) =>
    tables
        |> exponentialMovingAverage(n: n)
        |> duplicate(column: "_value", as: "__once")
        |> exponentialMovingAverage(n: n)
        |> map(fn: (r) => ({r with _value: 2.0 * r.__once - r._value}))
        |> drop(columns: ["__once"])

// tripleEMA returns an exponential moving average over `n` values that follows changes sooner than `doubleEMA` does.
//
// ## Parameters
//
// - n: How many values the average takes, 1 or more.
// - tables: Rows with `_value`, piped in.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> tripleEMA(n: 3)
// ```
tripleEMA = (n, tables=<-) =>
    tables
        |> exponentialMovingAverage(n: n)
        |> duplicate(column: "_value", as: "__once")
        |> exponentialMovingAverage(n: n)
        |> duplicate(column: "_value", as: "__twice")
        |> exponentialMovingAverage(n: n)
        |> map(fn: (r) => ({r with _value: 3.0 * r.__once - 3.0 * r.__twice + r._value}))
        |> drop(columns: ["__once", "__twice"])

// toString turns the values of rows into texts.
//
// ## Parameters
//
// - tables: Rows with `_value`, piped in.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> toString()
// ```
toString = (tables=<-) => tables |> map(fn: (r) => ({r with _value: string(v: r._value)}))

// toInt turns the values of rows into ints.
//
// ## Parameters
//
// - tables: Rows with `_value`, piped in.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> toInt()
// ```
toInt = (tables=<-) => tables |> map(fn: (r) => ({r with _value: int(v: r._value)}))

// toUInt turns the values of rows into uints.
//
// ## Parameters
//
// - tables: Rows with `_value`, piped in.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> toUInt()
// ```
toUInt = (tables=<-) => tables |> map(fn: (r) => ({r with _value: uint(v: r._value)}))

// toFloat turns the values of rows into floats.
//
// ## Parameters
//
// - tables: Rows with `_value`, piped in.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> toFloat()
// ```
toFloat = (tables=<-) => tables |> map(fn: (r) => ({r with _value: float(v: r._value)}))

// toBool turns the values of rows into bools.
//
// ## Parameters
//
// - tables: Rows with `_value`, piped in.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> toBool()
// ```
toBool = (tables=<-) => tables |> map(fn: (r) => ({r with _value: bool(v: r._value)}))

// toTime turns the values of rows into times.
//
// ## Parameters
//
// - tables: Rows with `_value`, piped in.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> toTime()
// ```
toTime = (tables=<-) => tables |> map(fn: (r) => ({r with _value: time(v: r._value)}))

// truncateTimeColumn moves the times of rows to the start of their `unit`.
//
// ## Parameters
//
// - timeColumn: Column of the times; only `_time` works. Default is `_time`.
// - unit: Span whose start times move to.
// - tables: Rows to read, piped in.
//
// ## Example
//
// ```
// from(bucket: "my-bucket") |> range(start: -1h) |> truncateTimeColumn(unit: 1s)
// ```
truncateTimeColumn = (timeColumn="_time", unit, tables=<-) =>
    tables
        |> map(fn: (r) => ({r with _time: _truncate(t: r._time, unit: unit, location: location)}))
