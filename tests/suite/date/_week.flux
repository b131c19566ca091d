// --- values
import "date"

date.week(t: 2021-05-06T07:08:09.123456789Z)
//= 18
date.week(t: 1970-01-01T00:00:00Z)
//= 1
date.week(t: 1969-12-31T23:59:59Z)
//= 1
date.week(t: 2020-12-31T23:59:59Z)
//= 53
date.week(t: 2021-01-03T00:00:00Z)
//= 53
date.week(t: 2024-02-29T12:00:00Z)
//= 9

// --- by the clock of a place
import "date"

date.week(t: 2020-12-31T23:30:00Z, location: {zone: "Asia/Kolkata", offset: 0h})
//= 53
date.week(t: 2021-03-28T01:30:00Z, location: {zone: "Europe/Berlin", offset: 0h})
//= 12
date.week(t: 2021-01-01T00:30:00Z, location: {zone: "UTC", offset: -1h})
//= 53

// --- by the option
import "date"

option location = {zone: "America/New_York", offset: 0h}

date.week(t: 2021-01-01T03:30:00Z)
//= 53

// --- a span from now
import "date"

option now = () => 2021-05-06T07:08:09Z

date.week(t: -1d)
//= 18
date.week(t: 1mo)
//= 22

// --- text
import "date"

date.week(t: "2021-05-06")
//! 3:14: `string` is neither a time nor a duration in argument `t`

// --- null
// Flux crashes here.
import "date"
import "internal/debug"

date.week(t: debug.null(type: "time"))
//! argument `t` must be a time or a duration, found null

// --- without t
import "date"

date.week()
//! 3:1: missing required argument `t`

// --- unknown zone
// Flux fails with another text.
import "date"

date.week(t: 2021-05-06T00:00:00Z, location: {zone: "Foo/Bar", offset: 0h})
//! unknown time zone "Foo/Bar"

// --- incomplete location
import "date"

date.week(t: 2021-05-06T00:00:00Z, location: {zone: "UTC"})
//! 3:46: the record has no field `offset` in argument `location`
