// Package schema tells what a bucket holds.
package schema


// _from is where the functions of this package read.
option _from = from

_startDefault = -30d

_stopDefault = now()

// fieldsAsCols turns the fields of one time into the columns of one row.
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
// ## Example
//
// ```
// import "influxdata/influxdb/schema"
//
// schema.measurements(bucket: "my-bucket")
// ```
measurements = (bucket, start=_startDefault, stop=_stopDefault) =>
    tagValues(bucket: bucket, tag: "_measurement", start: start, stop: stop)
