// Package influxdb reads and writes the data of InfluxDB.
package influxdb


// cardinality counts the series that a bucket holds between two instants.
//
// ## Parameters
//
// - bucket: Name of the bucket.
// - bucketID: ID of the bucket, in the place of `bucket`.
// - org: Name of the organization.
// - orgID: ID of the organization, in the place of `org`.
// - host: URL of the server. A script that does not run in InfluxDB must give it.
// - token: API token for `host`.
// - start: Earliest time, or a duration from now, such as `-1h`.
// - stop: Time that is the first to be left out, or a duration from now. Default is now.
// - predicate: Tells of a series, as a row `r`, whether it counts. Default is every series.
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
// ## Parameters
//
// - bucket: Name of the bucket.
// - bucketID: ID of the bucket, in the place of `bucket`.
// - org: Name of the organization.
// - orgID: ID of the organization, in the place of `org`.
// - host: URL of the server. A script that does not run in InfluxDB must give it.
// - token: API token for `host`.
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
// ## Parameters
//
// - tables: Rows to write, piped in.
// - bucket: Name of the bucket.
// - bucketID: ID of the bucket, in the place of `bucket`.
// - org: Name of the organization.
// - orgID: ID of the organization, in the place of `org`.
// - host: URL of the server. A script that does not run in InfluxDB must give it.
// - token: API token for `host`.
// - timeColumn: Column of the times. Default is `_time`.
// - measurementColumn: Column of the measurement. Default is `_measurement`.
// - tagColumns: Columns of tags. Default is all of texts in the group key.
// - fieldFn: Makes the record of the fields of a row `r`. Default is the field `_field` with `_value`.
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
// ## Parameters
//
// - org: Name of the organization.
// - orgID: ID of the organization, in the place of `org`.
// - host: URL of the server. A script that does not run in InfluxDB must give it.
// - token: API token for `host`.
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
// ## Parameters
//
// - tables: Rows to write, piped in.
// - bucket: Name of the bucket.
// - bucketID: ID of the bucket, in the place of `bucket`.
// - org: Name of the organization.
// - orgID: ID of the organization, in the place of `org`.
// - host: URL of the server. A script that does not run in InfluxDB must give it.
// - token: API token for `host`.
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
