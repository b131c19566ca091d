// Package query holds short forms of common queries.
package query


// fromRange reads the rows of a bucket between two instants.
fromRange = (bucket, start, stop=now()) => from(bucket: bucket) |> range(start: start, stop: stop)

// filterMeasurement keeps the rows of one measurement.
filterMeasurement = (table=<-, measurement) =>
    table |> filter(fn: (r) => r._measurement == measurement)

// filterFields keeps the rows of some fields; none are all.
filterFields = (table=<-, fields=[]) =>
    if length(arr: fields) == 0 then
        table
    else
        table |> filter(fn: (r) => contains(value: r._field, set: fields))

// inBucket reads the rows of a bucket that fit.
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
