// --- values
import "date"

date.add(d: 1mo, to: 2021-01-31T00:00:00Z)
//= 2021-02-28T00:00:00.000000000Z
date.add(d: 1y, to: 2024-02-29T00:00:00Z)
//= 2025-02-28T00:00:00.000000000Z
date.add(d: 90m, to: 2021-12-31T23:00:00Z)
//= 2022-01-01T00:30:00.000000000Z
date.add(d: -1d, to: 2021-01-01T00:00:00Z)
//= 2020-12-31T00:00:00.000000000Z
date.add(d: 1mo1d1h, to: 2021-01-31T00:00:00Z)
//= 2021-03-01T01:00:00.000000000Z
date.add(d: 0s, to: 2021-01-31T00:00:00Z)
//= 2021-01-31T00:00:00.000000000Z

// --- across summer time
import "date"

date.add(d: 1d, to: 2021-03-13T12:00:00Z, location: {zone: "America/New_York", offset: 0h})
//= 2021-03-14T11:00:00.000000000Z
date.add(d: 1h, to: 2021-03-28T00:30:00Z, location: {zone: "Europe/Berlin", offset: 0h})
//= 2021-03-28T01:00:00.000000000Z
date.add(d: 1mo, to: 2021-10-15T12:00:00Z, location: {zone: "Europe/Berlin", offset: 0h})
//= 2021-11-15T13:00:00.000000000Z

// --- across summer time, with a clock that is off
import "date"

date.add(d: 1d, to: 2021-03-14T06:30:00Z, location: {zone: "America/New_York", offset: 1d})
//= 2021-03-15T06:30:00.000000000Z
date.add(d: 90m, to: 2021-10-31T00:30:00Z, location: {zone: "Europe/Berlin", offset: 1h})
//= 2021-10-31T02:00:00.000000000Z
date.sub(d: 1h, from: 2021-03-28T01:30:00Z, location: {zone: "Europe/Berlin", offset: -5h})
//= 2021-03-28T00:30:00.000000000Z
date.add(d: 1mo, to: 2021-03-14T07:30:00Z, location: {zone: "Australia/Lord_Howe", offset: 1mo})
//= 2021-04-14T07:30:00.000000000Z

// --- to a span from now
import "date"

option now = () => 2021-05-06T07:08:09Z

date.add(d: 1h, to: -2h)
//= 2021-05-06T06:08:09.000000000Z

// --- int
import "date"

date.add(d: 1, to: 2021-01-31T00:00:00Z)
//! 3:13: expected `duration`, found `int` in argument `d`

// --- null
// Flux crashes here.
import "date"
import "internal/debug"

date.add(d: 1h, to: debug.null(type: "time"))
//! argument `t` must be a time or a duration, found null

// --- null duration
// Flux crashes here.
import "date"
import "internal/debug"

date.add(d: debug.null(type: "duration"), to: 2021-01-31T00:00:00Z)
//! argument `d` is null, it must be a duration

// --- without to
import "date"

date.add(d: 1h)
//! 3:1: missing required argument `to`

// --- too late
import "date"

date.add(d: 300y, to: 2021-01-31T00:00:00Z)
//= 1736-07-12T00:25:26.290448384Z
