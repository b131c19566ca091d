// Package tasks tells a task about its last run.
package tasks


import "date"

// _zeroTime is no time.
builtin _zeroTime : time

// _lastSuccess is what `lastSuccess` is made of.
builtin _lastSuccess : (orTime: T, lastSuccessTime: time) => time where T: Timeable

// lastSuccessTime is when the task last succeeded, as far as the host of the script says so.
//
// ## Example
//
// ```
// import "influxdata/influxdb/tasks"
//
// tasks.lastSuccessTime  // => <null>
// ```
option lastSuccessTime = _zeroTime

// lastSuccess returns when the task last succeeded, or `orTime` if it never did. `orTime` may be a span from now.
//
// ## Example
//
// ```
// import "influxdata/influxdb/tasks"
//
// option tasks.lastSuccessTime = 2021-05-06T07:00:00Z
// tasks.lastSuccess(orTime: -1h)  // => 2021-05-06T07:00:00.000000000Z
// ```
lastSuccess = (orTime) =>
    _lastSuccess(
        orTime: date.time(t: orTime, location: {zone: "UTC", offset: 0h}),
        lastSuccessTime: lastSuccessTime,
    )
