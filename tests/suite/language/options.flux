// --- of the script
option speed = 1

speed
//= 1

// --- of a package
import "influxdata/influxdb/tasks"

option tasks.lastSuccessTime = 2021-05-06T07:00:00Z

tasks.lastSuccessTime
//= 2021-05-06T07:00:00.000000000Z

// --- now and location
import "date"

option now = () => 2021-05-06T22:30:00Z
option location = {zone: "Asia/Tokyo", offset: 0h}

now()
//= 2021-05-06T22:30:00.000000000Z
date.hour(t: now())
//= 7
today()
//= 2021-05-06T15:00:00.000000000Z

// --- a task
option task = {name: "nightly", every: 1d, offset: 5m}

task.name
//= nightly

// --- another type
option now = 1
now()
//! 2:1: `int` cannot be called

// --- unknown option of a package
import "influxdata/influxdb/tasks"

option tasks.nothing = 1
1
//! 3:8: package `influxdata/influxdb/tasks` has no member `nothing`

// --- inside a function
f = () => {
    option x = 1
    return x
}
f()
//! 2:5: `option` cannot stand in a function
