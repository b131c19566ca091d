// Package query holds short forms of common queries.
package query


// fromRange reads the rows of a bucket between two instants.
//
// ## Parameters
//
// - bucket: Name of the bucket.
// - start: Earliest time, or a duration from now, such as `-1h`.
// - stop: Time that is the first to be left out, or a duration from now. Default is now.
//
// ## Example
//
// ```
// import "experimental/query"
//
// query.fromRange(bucket: "my-bucket", start: -1h)
// ```
fromRange = (bucket, start, stop=now()) => from(bucket: bucket) |> range(start: start, stop: stop)

// filterMeasurement keeps the rows of one measurement.
//
// ## Parameters
//
// - table: Rows to read, piped in.
// - measurement: Measurement.
//
// ## Example
//
// ```
// import "experimental/query"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> query.filterMeasurement(measurement: "m")
// ```
filterMeasurement = (table=<-, measurement) =>
    table |> filter(fn: (r) => r._measurement == measurement)

// filterFields keeps the rows of some fields; none are all.
//
// ## Parameters
//
// - table: Rows to read, piped in.
// - fields: Fields to keep. Default is all.
//
// ## Example
//
// ```
// import "experimental/query"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> query.filterFields()
// ```
filterFields = (table=<-, fields=[]) =>
    if length(arr: fields) == 0 then
        table
    else
        table |> filter(fn: (r) => contains(value: r._field, set: fields))

// inBucket reads the rows of a bucket that fit.
//
// ## Parameters
//
// - bucket: Name of the bucket.
// - measurement: Measurement.
// - start: Earliest time, or a duration from now, such as `-1h`.
// - stop: Time that is the first to be left out, or a duration from now. Default is now.
// - fields: Fields to keep. Default is all.
// - predicate: Tells of a row `r` whether it counts. Default is every row.
//
// ## Example
//
// ```
// import "experimental/query"
//
// query.inBucket(bucket: "my-bucket", measurement: "m", start: -1h)
// ```
inBucket = (
    bucket,
    measurement,
    start,
    stop=now(),
    fields=[],
    predicate=(r) => true,
) =>
    fromRange(bucket: bucket, start: start, stop: stop)
        |> filterMeasurement(measurement: measurement)
        |> filter(fn: predicate)
        |> filterFields(fields: fields)
