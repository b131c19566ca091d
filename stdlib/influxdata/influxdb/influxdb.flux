// Package influxdb reads and writes the data of InfluxDB.
package influxdb


// cardinality counts the series that a bucket holds between two instants.
//
// ## Example
//
// ```
// import "influxdata/influxdb"
//
// influxdb.cardinality(start: -1h)
// ```
builtin cardinality : (
        ?bucket: string,
        ?bucketID: string,
        ?org: string,
        ?orgID: string,
        ?host: string,
        ?token: string,
        start: A,
        ?stop: B,
        ?predicate: (r: {T with _measurement: string, _field: string, _value: S}) => bool,
    ) => stream[{_start: time, _stop: time, _value: int}]
    where
    A: Timeable,
    B: Timeable

// from reads the rows of a bucket.
//
// ## Example
//
// ```
// import "influxdata/influxdb"
//
// influxdb.from()
// ```
builtin from : (
        ?bucket: string,
        ?bucketID: string,
        ?org: string,
        ?orgID: string,
        ?host: string,
        ?token: string,
    ) => stream[{B with _measurement: string, _field: string, _time: time, _value: A}]

// to writes rows to a bucket, with one column as the measurement, others as tags and fields.
//
// ## Example
//
// ```
// import "influxdata/influxdb"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> influxdb.to()
// ```
builtin to : (
        <-tables: stream[A],
        ?bucket: string,
        ?bucketID: string,
        ?org: string,
        ?orgID: string,
        ?host: string,
        ?token: string,
        ?timeColumn: string,
        ?measurementColumn: string,
        ?tagColumns: [string],
        ?fieldFn: (r: A) => B,
    ) => stream[A]
    where
    A: Record,
    B: Record

// buckets lists the buckets of an organization.
//
// ## Example
//
// ```
// import "influxdata/influxdb"
//
// influxdb.buckets()
// ```
builtin buckets : (
        ?org: string,
        ?orgID: string,
        ?host: string,
        ?token: string,
    ) => stream[{
        name: string,
        id: string,
        organizationID: string,
        retentionPolicy: string,
        retentionPeriod: int,
    }]

// wideTo writes rows to a bucket; each column beside the group key and the time is a field.
//
// ## Example
//
// ```
// import "influxdata/influxdb"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> influxdb.wideTo()
// ```
builtin wideTo : (
        <-tables: stream[A],
        ?bucket: string,
        ?bucketID: string,
        ?org: string,
        ?orgID: string,
        ?host: string,
        ?token: string,
    ) => stream[A]
    where
    A: Record
