// Package tickscript helps to move scripts of Kapacitor.
package tickscript


import "array"
import "experimental"
import "influxdata/influxdb/monitor"
import "universe"

// defineCheck returns the record by which `alert` and `deadman` know a check.
//
// ## Parameters
//
// - id: ID of the check.
// - name: Name of the check.
// - type: Kind of the check. Default is `custom`.
//
// ## Example
//
// ```
// import "contrib/bonitoo-io/tickscript"
//
// check = tickscript.defineCheck(id: "c1", name: "pumps")
// check._type  // => custom
// ```
defineCheck = (id, name, type="custom") =>
    ({_check_id: id, _check_name: name, _type: type, tags: {}})

// alert gives rows a level and a message, and writes the states.
//
// ## Parameters
//
// - check: Record of the check, as `defineCheck` makes it.
// - id: Makes the ID of the alert of a row `r`. Default is the ID of the check.
// - details: Makes the longer text of a row `r`. Default is `""`.
// - message: Makes the text of a row `r`. Default names the check and what it found.
// - crit: Tells of a row `r` whether its level is `crit`. Default is no row.
// - warn: Tells whether the level is `warn`, if it is not `crit`. Default is no row.
// - info: Tells whether the level is `info`, if it is none of those. Default is no row.
// - ok: Tells whether the level is `ok`, if it is none of those. Default is every row; other rows are `unknown`.
// - topic: Value of the column `_topic`. Default is `""`, no such column.
// - tables: Rows to read, piped in.
//
// ## Example
//
// ```
// import "contrib/bonitoo-io/tickscript"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> tickscript.alert(check: {_check_id: "1", _check_name: "cpu", _type: "x", tags: {}})
// ```
alert = (
        check,
        id=(r) => "${r._check_id}",
        details=(r) => "",
        message=(r) => "Threshold Check: ${r._check_name} is: ${r._level}",
        crit=(r) => false,
        warn=(r) => false,
        info=(r) => false,
        ok=(r) => true,
        topic="",
        tables=<-,
    ) =>
    {
        addTopic = (tables=<-) =>
            if topic == "" then
                tables
            else
                tables
                    |> set(key: "_topic", value: topic)
                    |> experimental.group(mode: "extend", columns: ["_topic"])

        return
            tables
                |> drop(fn: (column) => column =~ /_start.*/ or column =~ /_stop.*/)
                |> map(
                    fn: (r) =>
                        ({r with _check_id: check._check_id, _check_name: check._check_name}),
                )
                |> map(fn: (r) => ({r with id: id(r: r)}))
                |> map(fn: (r) => ({r with details: details(r: r)}))
                |> addTopic()
                |> monitor.check(
                    crit: crit,
                    warn: warn,
                    info: info,
                    ok: ok,
                    messageFn: message,
                    data: check,
                )
    }

// deadman writes a state if no rows have come.
//
// ## Parameters
//
// - check: Record of the check, as `defineCheck` makes it.
// - measurement: Measurement of the state.
// - threshold: How many rows are too few. Default is 0.
// - id: Makes the ID of the alert of a row `r`. Default is the ID of the check.
// - message: Makes the text of a row `r`. Default names the check and what it found.
// - topic: Value of the column `_topic`. Default is `""`, no such column.
// - tables: Rows to read, piped in.
//
// ## Example
//
// ```
// import "contrib/bonitoo-io/tickscript"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> tickscript.deadman(check: {_check_id: "1", _check_name: "cpu", _type: "x", tags: {}}, measurement: "m")
// ```
deadman = (
        check,
        measurement,
        threshold=0,
        id=(r) => "${r._check_id}",
        message=(r) =>
            "Deadman Check: ${r._check_name} is: " + (if r.dead then "dead" else "alive"),
        topic="",
        tables=<-,
    ) =>
    {
        none = array.from(rows: [{count: 0}])
        seen = tables |> map(fn: (r) => ({count: 1}))

        return
            universe.union(tables: [none, seen])
                |> sum(column: "count")
                |> set(key: "_measurement", value: measurement)
                |> map(fn: (r) => ({r with _time: now(), dead: r.count <= threshold}))
                |> alert(
                    check: check,
                    id: id,
                    message: message,
                    crit: (r) => r.dead,
                    topic: topic,
                )
    }

// select takes a column, or an aggregate of it, under another name.
//
// ## Parameters
//
// - column: Column of the values. Default is `_value`.
// - fn: Aggregate; it takes a `column`. Default is none, each row is kept.
// - as: New name of the column.
// - tables: Rows to read, piped in.
//
// ## Example
//
// ```
// import "contrib/bonitoo-io/tickscript"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> tickscript.select(as: "copy")
// ```
select = (column="_value", fn=(column, tables=<-) => tables, as, tables=<-) =>
    tables
        |> fn(column: column)
        |> rename(fn: (column) => if column == "_value" then as else column)

// compute is `select`.
//
// ## Example
//
// ```
// import "contrib/bonitoo-io/tickscript"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> tickscript.compute(as: "copy")
// ```
compute = select

// selectWindow takes an aggregate of each span of time under another name.
//
// ## Parameters
//
// - column: Column of the values. Default is `_value`.
// - fn: Aggregate; it takes a `column`.
// - as: New name of the column.
// - every: Length of the spans.
// - defaultValue: Value of spans without rows.
// - tables: Rows to read, piped in.
//
// ## Example
//
// ```
// import "contrib/bonitoo-io/tickscript"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> tickscript.selectWindow(as: "copy", defaultValue: 0.0, every: 1m, fn: mean)
// ```
selectWindow = (
    column="_value",
    fn,
    as,
    every,
    defaultValue,
    tables=<-,
) =>
    tables
        |> aggregateWindow(every: every, fn: fn, column: column, createEmpty: true)
        |> fill(column: column, value: defaultValue)
        |> rename(fn: (column) => if column == "_value" then as else column)

// groupBy groups rows by columns, beside the measurement.
//
// ## Parameters
//
// - columns: Columns to group by.
// - tables: Rows to read, piped in.
//
// ## Example
//
// ```
// import "contrib/bonitoo-io/tickscript"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> tickscript.groupBy(columns: ["_value"])
// ```
groupBy = (columns, tables=<-) =>
    tables
        |> group(columns: columns)
        |> experimental.group(columns: ["_measurement"], mode: "extend")

// join joins two streams, and gives the rows a measurement.
//
// ## Parameters
//
// - tables: Record of the two streams.
// - on: Columns that must be equal. Default is `["_time"]`.
// - measurement: Measurement of the new rows.
//
// ## Example
//
// ```
// import "contrib/bonitoo-io/tickscript"
//
// tickscript.join(measurement: "m", tables: {a: from(bucket: "a"), b: from(bucket: "b")})
// ```
join = (tables, on=["_time"], measurement) =>
    universe.join(tables: tables, on: on)
        |> map(fn: (r) => ({r with _measurement: measurement}))
        |> experimental.group(mode: "extend", columns: ["_measurement"])
