// Package v1 reads what InfluxDB 1 wrote.
package v1


import "influxdata/influxdb/schema"

// json reads tables from the JSON that InfluxDB 1 answers.
builtin json : (?json: string, ?file: string) => stream[A] where A: Record

// databases lists the databases of InfluxDB 1 that are kept as buckets.
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
fieldsAsCols = schema.fieldsAsCols

// tagValues is `schema.tagValues`.
tagValues = schema.tagValues

// measurementTagValues is `schema.measurementTagValues`.
measurementTagValues = schema.measurementTagValues

// tagKeys is `schema.tagKeys`.
tagKeys = schema.tagKeys

// measurementTagKeys is `schema.measurementTagKeys`.
measurementTagKeys = schema.measurementTagKeys

// fieldKeys is `schema.fieldKeys`.
fieldKeys = schema.fieldKeys

// measurementFieldKeys is `schema.measurementFieldKeys`.
measurementFieldKeys = schema.measurementFieldKeys

// measurements is `schema.measurements`.
measurements = schema.measurements
