// Package influxdb reads buckets in another way.
package influxdb


import "influxdata/influxdb"
import "influxdata/influxdb/v1"

// _mask takes columns away and keeps tables apart.
builtin _mask : (<-tables: stream[A], columns: [string]) => stream[B] where A: Record, B: Record

// from reads the rows of a bucket between two instants.
//
// ## Parameters
//
// - bucket: Name of the bucket.
// - start: Earliest time, or a duration from now, such as `-1h`.
// - stop: Time that is the first to be left out, or a duration from now. Default is now.
// - org: Name of the organization.
// - host: URL of the server. A script that does not run in InfluxDB must give it.
// - token: API token for `host`.
//
// ## Example
//
// ```
// import "contrib/jsternberg/influxdb"
//
// influxdb.from(bucket: "my-bucket", start: -1h)
// ```
from = (
    bucket,
    start,
    stop=now(),
    org="",
    host="",
    token="",
) =>
    influxdb.from(bucket: bucket, org: org, host: host, token: token)
        |> range(start: start, stop: stop)

// _from is `from`; a parameter of `select` has its name.
_from = from

// select reads fields of a measurement, one column each.
//
// ## Parameters
//
// - from: Name of the bucket.
// - start: Earliest time, or a duration from now, such as `-1h`.
// - stop: Time that is the first to be left out, or a duration from now. Default is now.
// - m: Measurement.
// - fields: Fields to read. Default is all.
// - org: Name of the organization.
// - host: URL of the server. A script that does not run in InfluxDB must give it.
// - token: API token for `host`.
// - where: Tells of a row `r` whether it counts, before fields become columns. Default is every row.
//
// ## Example
//
// ```
// import "contrib/jsternberg/influxdb"
//
// influxdb.select(from: "my-bucket", m: "cpu", start: -1h)
// ```
select = (
    from,
    start,
    stop=now(),
    m,
    fields=[],
    org="",
    host="",
    token="",
    where=(r) => true,
) =>
    _from(
        bucket: from,
        start: start,
        stop: stop,
        org: org,
        host: host,
        token: token,
    )
        |> filter(fn: (r) => r._measurement == m)
        |> filter(fn: (r) => length(arr: fields) == 0 or contains(value: r._field, set: fields))
        |> filter(fn: where)
        |> v1.fieldsAsCols()
        |> _mask(columns: ["_measurement", "_start", "_stop"])
