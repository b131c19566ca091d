// Package schema tells what a bucket holds.
package schema


// _from is where the functions of this package read.
option _from = from

_startDefault = -30d

_stopDefault = now()

// fieldsAsCols turns the fields of one time into the columns of one row.
//
// ## Parameters
//
// - tables: Rows with `_time`, `_field` and `_value`, piped in.
//
// ## Example
//
// ```
// import "influxdata/influxdb/schema"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> schema.fieldsAsCols()
// ```
fieldsAsCols = (tables=<-) =>
    tables |> pivot(rowKey: ["_time"], columnKey: ["_field"], valueColumn: "_value")

// tagValues returns the values of a tag.
//
// ## Parameters
//
// - bucket: Name of the bucket.
// - tag: Name of the tag.
// - predicate: Tells of a row `r` whether it counts. Default is every row.
// - start: Earliest time, or a duration from now. Default is `-30d`.
// - stop: Time that is the first to be left out, or a duration from now. Default is now.
//
// ## Example
//
// ```
// import "influxdata/influxdb/schema"
//
// schema.tagValues(bucket: "my-bucket", tag: "host")
// ```
tagValues = (
    bucket,
    tag,
    predicate=(r) => true,
    start=_startDefault,
    stop=_stopDefault,
) =>
    _from(bucket: bucket)
        |> range(start: start, stop: stop)
        |> filter(fn: predicate)
        |> keep(columns: [tag])
        |> group()
        |> distinct(column: tag)

// tagKeys returns the names of tags.
//
// ## Parameters
//
// - bucket: Name of the bucket.
// - predicate: Tells of a row `r` whether it counts. Default is every row.
// - start: Earliest time, or a duration from now. Default is `-30d`.
// - stop: Time that is the first to be left out, or a duration from now. Default is now.
//
// ## Example
//
// ```
// import "influxdata/influxdb/schema"
//
// schema.tagKeys(bucket: "my-bucket")
// ```
tagKeys = (bucket, predicate=(r) => true, start=_startDefault, stop=_stopDefault) =>
    _from(bucket: bucket)
        |> range(start: start, stop: stop)
        |> filter(fn: predicate)
        |> keys()
        |> keep(columns: ["_value"])
        |> distinct()

// measurementTagValues returns the values of a tag in one measurement.
//
// ## Parameters
//
// - bucket: Name of the bucket.
// - measurement: Measurement.
// - tag: Name of the tag.
// - start: Earliest time, or a duration from now. Default is `-30d`.
// - stop: Time that is the first to be left out, or a duration from now. Default is now.
//
// ## Example
//
// ```
// import "influxdata/influxdb/schema"
//
// schema.measurementTagValues(bucket: "my-bucket", measurement: "m", tag: "host")
// ```
measurementTagValues = (
    bucket,
    measurement,
    tag,
    start=_startDefault,
    stop=_stopDefault,
) =>
    tagValues(
        bucket: bucket,
        tag: tag,
        predicate: (r) => r._measurement == measurement,
        start: start,
        stop: stop,
    )

// measurementTagKeys returns the names of tags in one measurement.
//
// ## Parameters
//
// - bucket: Name of the bucket.
// - measurement: Measurement.
// - start: Earliest time, or a duration from now. Default is `-30d`.
// - stop: Time that is the first to be left out, or a duration from now. Default is now.
//
// ## Example
//
// ```
// import "influxdata/influxdb/schema"
//
// schema.measurementTagKeys(bucket: "my-bucket", measurement: "m")
// ```
measurementTagKeys = (bucket, measurement, start=_startDefault, stop=_stopDefault) =>
    tagKeys(
        bucket: bucket,
        predicate: (r) => r._measurement == measurement,
        start: start,
        stop: stop,
    )

// fieldKeys returns the names of fields.
//
// ## Parameters
//
// - bucket: Name of the bucket.
// - predicate: Tells of a row `r` whether it counts. Default is every row.
// - start: Earliest time, or a duration from now. Default is `-30d`.
// - stop: Time that is the first to be left out, or a duration from now. Default is now.
//
// ## Example
//
// ```
// import "influxdata/influxdb/schema"
//
// schema.fieldKeys(bucket: "my-bucket")
// ```
fieldKeys = (bucket, predicate=(r) => true, start=_startDefault, stop=_stopDefault) =>
    tagValues(
        bucket: bucket,
        tag: "_field",
        predicate: predicate,
        start: start,
        stop: stop,
    )

// measurementFieldKeys returns the names of fields in one measurement.
//
// ## Parameters
//
// - bucket: Name of the bucket.
// - measurement: Measurement.
// - start: Earliest time, or a duration from now. Default is `-30d`.
// - stop: Time that is the first to be left out, or a duration from now. Default is now.
//
// ## Example
//
// ```
// import "influxdata/influxdb/schema"
//
// schema.measurementFieldKeys(bucket: "my-bucket", measurement: "m")
// ```
measurementFieldKeys = (bucket, measurement, start=_startDefault, stop=_stopDefault) =>
    fieldKeys(
        bucket: bucket,
        predicate: (r) => r._measurement == measurement,
        start: start,
        stop: stop,
    )

// measurements returns the names of measurements.
//
// ## Parameters
//
// - bucket: Name of the bucket.
// - start: Earliest time, or a duration from now. Default is `-30d`.
// - stop: Time that is the first to be left out, or a duration from now. Default is now.
//
// ## Example
//
// ```
// import "influxdata/influxdb/schema"
//
// schema.measurements(bucket: "my-bucket")
// ```
measurements = (bucket, start=_startDefault, stop=_stopDefault) =>
    tagValues(bucket: bucket, tag: "_measurement", start: start, stop: stop)
