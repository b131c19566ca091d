// --- values
import "date"

date.sub(d: 1mo, from: 2021-03-31T00:00:00Z)
//= 2021-02-28T00:00:00.000000000Z
date.sub(d: 90m, from: 2021-01-01T01:00:00Z)
//= 2020-12-31T23:30:00.000000000Z
date.sub(d: -1d, from: 2021-01-01T00:00:00Z)
//= 2021-01-02T00:00:00.000000000Z
date.sub(d: 1d, from: 2021-03-14T12:00:00Z, location: {zone: "America/New_York", offset: 0h})
//= 2021-03-13T13:00:00.000000000Z

// --- from a span from now
import "date"

option now = () => 2021-05-06T07:08:09Z

date.sub(d: 1h, from: -2h)
//= 2021-05-06T04:08:09.000000000Z

// --- text
import "date"

date.sub(d: "1h", from: 2021-01-31T00:00:00Z)
//! 3:13: expected `duration`, found `string` in argument `d`

// --- without d
import "date"

date.sub(from: 2021-01-31T00:00:00Z)
//! 3:1: missing required argument `d`

// --- null
// Flux crashes here.
import "date"
import "internal/debug"

date.sub(d: 1h, from: debug.null(type: "time"))
//! argument `t` must be a time or a duration, found null
