// --- values
import "date"

date.yearDay(t: 2021-05-06T07:08:09.123456789Z)
//= 126
date.yearDay(t: 1970-01-01T00:00:00Z)
//= 1
date.yearDay(t: 1969-12-31T23:59:59Z)
//= 365
date.yearDay(t: 2020-12-31T23:59:59Z)
//= 366
date.yearDay(t: 2021-01-03T00:00:00Z)
//= 3
date.yearDay(t: 2024-02-29T12:00:00Z)
//= 60

// --- by the clock of a place
import "date"

date.yearDay(t: 2020-12-31T23:30:00Z, location: {zone: "Asia/Kolkata", offset: 0h})
//= 1
date.yearDay(t: 2021-03-28T01:30:00Z, location: {zone: "Europe/Berlin", offset: 0h})
//= 87
date.yearDay(t: 2021-01-01T00:30:00Z, location: {zone: "UTC", offset: -1h})
//= 366

// --- by the option
import "date"

option location = {zone: "America/New_York", offset: 0h}

date.yearDay(t: 2021-01-01T03:30:00Z)
//= 366

// --- a span from now
import "date"

option now = () => 2021-05-06T07:08:09Z

date.yearDay(t: -1d)
//= 125
date.yearDay(t: 1mo)
//= 157

// --- text
import "date"

date.yearDay(t: "2021-05-06")
//! 3:17: `string` is neither a time nor a duration in argument `t`

// --- null
// Flux crashes here.
import "date"
import "internal/debug"

date.yearDay(t: debug.null(type: "time"))
//! argument `t` must be a time or a duration, found null

// --- without t
import "date"

date.yearDay()
//! 3:1: missing required argument `t`

// --- unknown zone
// Flux fails with another text.
import "date"

date.yearDay(t: 2021-05-06T00:00:00Z, location: {zone: "Foo/Bar", offset: 0h})
//! unknown time zone "Foo/Bar"

// --- incomplete location
import "date"

date.yearDay(t: 2021-05-06T00:00:00Z, location: {zone: "UTC"})
//! 3:49: the record has no field `offset` in argument `location`
