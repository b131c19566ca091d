// --- values
import "date"

date.year(t: 2021-05-06T07:08:09.123456789Z)
//= 2021
date.year(t: 1970-01-01T00:00:00Z)
//= 1970
date.year(t: 1969-12-31T23:59:59Z)
//= 1969
date.year(t: 2020-12-31T23:59:59Z)
//= 2020
date.year(t: 2021-01-03T00:00:00Z)
//= 2021
date.year(t: 2024-02-29T12:00:00Z)
//= 2024

// --- by the clock of a place
import "date"

date.year(t: 2020-12-31T23:30:00Z, location: {zone: "Asia/Kolkata", offset: 0h})
//= 2021
date.year(t: 2021-03-28T01:30:00Z, location: {zone: "Europe/Berlin", offset: 0h})
//= 2021
date.year(t: 2021-01-01T00:30:00Z, location: {zone: "UTC", offset: -1h})
//= 2020

// --- by the option
import "date"

option location = {zone: "America/New_York", offset: 0h}

date.year(t: 2021-01-01T03:30:00Z)
//= 2020

// --- a span from now
import "date"

option now = () => 2021-05-06T07:08:09Z

date.year(t: -1d)
//= 2021
date.year(t: 1mo)
//= 2021

// --- text
import "date"

date.year(t: "2021-05-06")
//! 3:14: `string` is neither a time nor a duration in argument `t`

// --- null
// Flux crashes here.
import "date"
import "internal/debug"

date.year(t: debug.null(type: "time"))
//! argument `t` must be a time or a duration, found null

// --- without t
import "date"

date.year()
//! 3:1: missing required argument `t`

// --- unknown zone
// Flux fails with another text.
import "date"

date.year(t: 2021-05-06T00:00:00Z, location: {zone: "Foo/Bar", offset: 0h})
//! unknown time zone "Foo/Bar"

// --- incomplete location
import "date"

date.year(t: 2021-05-06T00:00:00Z, location: {zone: "UTC"})
//! 3:46: the record has no field `offset` in argument `location`
