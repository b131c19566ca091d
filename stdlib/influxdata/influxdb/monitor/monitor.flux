// Package monitor checks values, writes their states, and tells about them.
package monitor


import "experimental"
import "influxdata/influxdb/v1"

// bucket is where states and notifications are kept.
//
// ## Example
//
// ```
// import "influxdata/influxdb/monitor"
//
// monitor.bucket  // => _monitoring
// ```
bucket = "_monitoring"

// write is where states go.
//
// ## Parameters
//
// - tables: Rows to write, piped in.
//
// ## Example
//
// ```
// import "influxdata/influxdb/monitor"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> monitor.write()
// ```
option write = (tables=<-) => tables |> experimental.to(bucket: bucket)

// log is where notifications go.
//
// ## Parameters
//
// - tables: Rows to write, piped in.
//
// ## Example
//
// ```
// import "influxdata/influxdb/monitor"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> monitor.log()
// ```
option log = (tables=<-) => tables |> experimental.to(bucket: bucket)

// levelOK is the level of what is well.
//
// ## Example
//
// ```
// import "influxdata/influxdb/monitor"
//
// monitor.levelOK  // => ok
// ```
levelOK = "ok"

// levelInfo is the level of what is worth knowing.
//
// ## Example
//
// ```
// import "influxdata/influxdb/monitor"
//
// monitor.levelInfo  // => info
// ```
levelInfo = "info"

// levelWarn is the level of what may go wrong.
//
// ## Example
//
// ```
// import "influxdata/influxdb/monitor"
//
// monitor.levelWarn  // => warn
// ```
levelWarn = "warn"

// levelCrit is the level of what is wrong.
//
// ## Example
//
// ```
// import "influxdata/influxdb/monitor"
//
// monitor.levelCrit  // => crit
// ```
levelCrit = "crit"

// levelUnknown is the level of what nothing is known about.
//
// ## Example
//
// ```
// import "influxdata/influxdb/monitor"
//
// monitor.levelUnknown  // => unknown
// ```
levelUnknown = "unknown"

// logs reads notifications.
//
// ## Parameters
//
// - start: Earliest time, or a duration from now, such as `-1h`.
// - stop: Time that is the first to be left out, or a duration from now. Default is now.
// - fn: Tells of a row `r` whether it counts.
//
// ## Example
//
// ```
// import "influxdata/influxdb/monitor"
//
// monitor.logs(fn: (r) => r._value > 1.0, start: -1h)
// ```
logs = (start, stop=now(), fn) =>
    from(bucket: bucket)
        |> range(start: start, stop: stop)
        |> filter(fn: (r) => r._measurement == "notifications")
        |> filter(fn: fn)
        |> v1.fieldsAsCols()

// _states reads states; it stands apart because `from` is this package's own below.
_states = (start, stop, fn) =>
    from(bucket: bucket)
        |> range(start: start, stop: stop)
        |> filter(fn: (r) => r._measurement == "statuses")
        |> filter(fn: fn)
        |> v1.fieldsAsCols()

// from reads states.
//
// ## Parameters
//
// - start: Earliest time, or a duration from now, such as `-1h`.
// - stop: Time that is the first to be left out, or a duration from now. Default is now.
// - fn: Tells of a row `r` whether it counts. Default is every row.
//
// ## Example
//
// ```
// import "influxdata/influxdb/monitor"
//
// monitor.from(start: -1h)
// ```
from = (start, stop=now(), fn=(r) => true) => _states(start: start, stop: stop, fn: fn)

// notify sends rows to an endpoint and keeps what came of it.
//
// ## Parameters
//
// - tables: States, piped in.
// - endpoint: Sends a message for each row, as the `endpoint` functions of the notification packages do.
// - data: Record of texts that each row gains, such as the name of the rule.
//
// ## Example
//
// ```
// import "influxdata/influxdb/monitor"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> monitor.notify(data: {_check_id: "1", _check_name: "cpu", _type: "threshold", tags: {}}, endpoint: (tables=<-) => tables)
// ```
notify = (tables=<-, endpoint, data) =>
    tables
        |> experimental.set(o: data)
        |> experimental.group(mode: "extend", columns: experimental.objectKeys(o: data))
        |> map(
            fn: (r) =>
                ({r with _measurement: "notifications",
                    _status_timestamp: int(v: r._time),
                    _time: now(),
                }),
        )
        |> endpoint()
        |> experimental.group(mode: "extend", columns: ["_sent"])
        |> log()

// check gives rows a level and a message, and keeps them.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
// - data: Record with `_check_id`, `_check_name`, `_type` and `tags`, a record of texts.
// - messageFn: Makes the text of a row `r`.
// - crit: Tells of a row `r` whether its level is `crit`. Default is no row.
// - warn: Tells whether the level is `warn`, if it is not `crit`. Default is no row.
// - info: Tells whether the level is `info`, if it is none of those. Default is no row.
// - ok: Tells whether the level is `ok`, if it is none of those. Default is every row; other rows are `unknown`.
//
// ## Example
//
// ```
// import "influxdata/influxdb/monitor"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> monitor.check(data: {_check_id: "1", _check_name: "cpu", _type: "threshold", tags: {}}, messageFn: (r) => "cpu is ${r._level}")
// ```
check = (
    tables=<-,
    data,
    messageFn,
    crit=(r) => false,
    warn=(r) => false,
    info=(r) => false,
    ok=(r) => true,
) =>
    tables
        |> experimental.set(o: data.tags)
        |> experimental.group(mode: "extend", columns: experimental.objectKeys(o: data.tags))
        |> map(
            fn: (r) =>
                ({r with
                    _measurement: "statuses",
                    _source_measurement: r._measurement,
                    _type: data._type,
                    _check_id: data._check_id,
                    _check_name: data._check_name,
                    _level:
                        if crit(r: r) then
                            levelCrit
                        else if warn(r: r) then
                            levelWarn
                        else if info(r: r) then
                            levelInfo
                        else if ok(r: r) then
                            levelOK
                        else
                            levelUnknown,
                    _source_timestamp: int(v: r._time),
                    _time: now(),
                }),
        )
        |> map(fn: (r) => ({r with _message: messageFn(r: r)}))
        |> experimental.group(
            mode: "extend",
            columns: [
                "_source_measurement",
                "_type",
                "_check_id",
                "_check_name",
                "_level",
            ],
        )
        |> write()

// _stateChanges returns the rows where a level changes in a certain way.
_stateChanges = (fromLevel="any", toLevel="any", tables=<-) => {
    before = if fromLevel == "any" then (r) => r._level != toLevel else (r) => r._level == fromLevel
    after = if toLevel == "any" then (r) => r._level != fromLevel else (r) => r._level == toLevel

    return
        tables
            |> map(
                fn: (r) =>
                    ({r with level_value:
                            if after(r: r) then 1 else if before(r: r) then 0 else -10,
                    }),
            )
            |> duplicate(column: "_level", as: "____temp_level____")
            |> drop(columns: ["_level"])
            |> rename(columns: {"____temp_level____": "_level"})
            |> sort(columns: ["_source_timestamp", "_time"])
            |> difference(columns: ["level_value"])
            |> filter(fn: (r) => r.level_value == 1)
            |> drop(columns: ["level_value"])
            |> experimental.group(mode: "extend", columns: ["_level"])
}

// stateChangesOnly returns the rows whose level is not that of the row before.
//
// ## Parameters
//
// - tables: States, piped in.
//
// ## Example
//
// ```
// import "influxdata/influxdb/monitor"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> monitor.stateChangesOnly()
// ```
stateChangesOnly = (tables=<-) =>
    tables
        |> map(
            fn: (r) =>
                ({r with level_value:
                        if r._level == levelCrit then
                            4
                        else if r._level == levelWarn then
                            3
                        else if r._level == levelInfo then
                            2
                        else if r._level == levelOK then
                            1
                        else
                            0,
                }),
        )
        |> group(columns: ["_level"], mode: "except")
        |> sort(columns: ["_source_timestamp", "_time"])
        |> difference(columns: ["level_value"])
        |> filter(fn: (r) => r.level_value != 0)
        |> drop(columns: ["level_value"])
        |> experimental.group(mode: "extend", columns: ["_level"])

// stateChanges returns the rows where the level changes from one to another.
//
// ## Parameters
//
// - fromLevel: Level before. Default is `any`.
// - toLevel: Level after. Default is `any`.
// - tables: States, piped in.
//
// ## Example
//
// ```
// import "influxdata/influxdb/monitor"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> monitor.stateChanges()
// ```
stateChanges = (fromLevel="any", toLevel="any", tables=<-) =>
    if fromLevel == "any" and toLevel == "any" then
        tables |> stateChangesOnly()
    else
        tables |> _stateChanges(fromLevel: fromLevel, toLevel: toLevel)

// deadman tells of each table whether its last row is from before `t`.
//
// ## Parameters
//
// - t: Time of the last row that is too old.
// - tables: Rows to read, piped in.
//
// ## Example
//
// ```
// import "influxdata/influxdb/monitor"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> monitor.deadman(t: -5m)
// ```
deadman = (t, tables=<-) =>
    tables |> max(column: "_time") |> map(fn: (r) => ({r with dead: r._time < t}))
