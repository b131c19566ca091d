// --- the time given
import "influxdata/influxdb/tasks"

tasks.lastSuccess(orTime: 2021-05-06T07:00:00Z)
//= 2021-05-06T07:00:00.000000000Z

// --- a span from now
import "influxdata/influxdb/tasks"

option now = () => 2021-05-06T07:00:00Z

tasks.lastSuccess(orTime: -1h)
//= 2021-05-06T06:00:00.000000000Z
tasks.lastSuccess(orTime: 1mo)
//= 2021-06-06T07:00:00.000000000Z

// --- the option
import "influxdata/influxdb/tasks"

option tasks.lastSuccessTime = 2021-05-06T07:00:00Z

tasks.lastSuccess(orTime: -1h)
//= 2021-05-06T07:00:00.000000000Z

// --- int
import "influxdata/influxdb/tasks"

tasks.lastSuccess(orTime: 1)
//! 3:27: `int` is neither a time nor a duration in argument `orTime`

// --- without orTime
import "influxdata/influxdb/tasks"

tasks.lastSuccess()
//! 3:1: missing required argument `orTime`
