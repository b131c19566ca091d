// Package v1 reads what InfluxDB 1 wrote.
package v1


import "influxdata/influxdb/schema"

// json reads tables from the JSON that InfluxDB 1 answers.
//
// ## Parameters
//
// - json: Text in JSON. Either this or `file` is given.
// - file: Path of a file in JSON.
//
// ## Example
//
// ```
// import "influxdata/influxdb/v1"
//
// v1.json()
// ```
builtin json : (?json: string, ?file: string) => stream[A] where A: Record

// databases lists the databases of InfluxDB 1 that are kept as buckets.
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
// import "influxdata/influxdb/v1"
//
// v1.databases()
// ```
builtin databases : (
        ?org: string,
        ?orgID: string,
        ?host: string,
        ?token: string,
    ) => stream[{
        organizationID: string,
        databaseName: string,
        retentionPolicy: string,
        retentionPeriod: int,
        default: bool,
        bucketID: string,
    }]

// fieldsAsCols is `schema.fieldsAsCols`.
//
// ## Example
//
// ```
// import "influxdata/influxdb/v1"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> v1.fieldsAsCols()
// ```
fieldsAsCols = schema.fieldsAsCols

// tagValues is `schema.tagValues`.
//
// ## Example
//
// ```
// import "influxdata/influxdb/v1"
//
// v1.tagValues(bucket: "my-bucket", tag: "host")
// ```
tagValues = schema.tagValues

// measurementTagValues is `schema.measurementTagValues`.
//
// ## Example
//
// ```
// import "influxdata/influxdb/v1"
//
// v1.measurementTagValues(bucket: "my-bucket", measurement: "m", tag: "host")
// ```
measurementTagValues = schema.measurementTagValues

// tagKeys is `schema.tagKeys`.
//
// ## Example
//
// ```
// import "influxdata/influxdb/v1"
//
// v1.tagKeys(bucket: "my-bucket")
// ```
tagKeys = schema.tagKeys

// measurementTagKeys is `schema.measurementTagKeys`.
//
// ## Example
//
// ```
// import "influxdata/influxdb/v1"
//
// v1.measurementTagKeys(bucket: "my-bucket", measurement: "m")
// ```
measurementTagKeys = schema.measurementTagKeys

// fieldKeys is `schema.fieldKeys`.
//
// ## Example
//
// ```
// import "influxdata/influxdb/v1"
//
// v1.fieldKeys(bucket: "my-bucket")
// ```
fieldKeys = schema.fieldKeys

// measurementFieldKeys is `schema.measurementFieldKeys`.
//
// ## Example
//
// ```
// import "influxdata/influxdb/v1"
//
// v1.measurementFieldKeys(bucket: "my-bucket", measurement: "m")
// ```
measurementFieldKeys = schema.measurementFieldKeys

// measurements is `schema.measurements`.
//
// ## Example
//
// ```
// import "influxdata/influxdb/v1"
//
// v1.measurements(bucket: "my-bucket")
// ```
measurements = schema.measurements
