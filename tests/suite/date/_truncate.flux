// --- values
import "date"

date.truncate(t: 2021-05-06T07:08:09.123456789Z, unit: 1ns)
//= 2021-05-06T07:08:09.123456789Z
date.truncate(t: 2021-05-06T07:08:09.123456789Z, unit: 1us)
//= 2021-05-06T07:08:09.123456000Z
date.truncate(t: 2021-05-06T07:08:09.123456789Z, unit: 1ms)
//= 2021-05-06T07:08:09.123000000Z
date.truncate(t: 2021-05-06T07:08:09.123456789Z, unit: 1s)
//= 2021-05-06T07:08:09.000000000Z
date.truncate(t: 2021-05-06T07:08:09.123456789Z, unit: 1m)
//= 2021-05-06T07:08:00.000000000Z
date.truncate(t: 2021-05-06T07:08:09.123456789Z, unit: 1h)
//= 2021-05-06T07:00:00.000000000Z
date.truncate(t: 2021-05-06T07:08:09.123456789Z, unit: 1d)
//= 2021-05-06T00:00:00.000000000Z
date.truncate(t: 2021-05-06T07:08:09.123456789Z, unit: 1w)
//= 2021-05-06T00:00:00.000000000Z
date.truncate(t: 2021-05-06T07:08:09.123456789Z, unit: 1mo)
//= 2021-05-01T00:00:00.000000000Z
date.truncate(t: 2021-05-06T07:08:09.123456789Z, unit: 3mo)
//= 2021-04-01T00:00:00.000000000Z
date.truncate(t: 2021-05-06T07:08:09.123456789Z, unit: 1y)
//= 2021-01-01T00:00:00.000000000Z
date.truncate(t: 2021-05-06T07:08:09.123456789Z, unit: 10y)
//= 2020-01-01T00:00:00.000000000Z
date.truncate(t: 2021-05-06T07:08:09.123456789Z, unit: 7h)
//= 2021-05-06T07:00:00.000000000Z
date.truncate(t: 2021-05-06T07:08:09.123456789Z, unit: 5d)
//= 2021-05-03T00:00:00.000000000Z

// --- before 1970
import "date"

date.truncate(t: 1969-05-06T07:08:09Z, unit: 1h)
//= 1969-05-06T07:00:00.000000000Z
date.truncate(t: 1969-05-06T07:08:09Z, unit: 1w)
//= 1969-05-01T00:00:00.000000000Z
date.truncate(t: 1969-05-06T07:08:09Z, unit: 1mo)
//= 1969-05-01T00:00:00.000000000Z
date.truncate(t: 1969-05-06T07:08:09Z, unit: 1y)
//= 1969-01-01T00:00:00.000000000Z

// --- by the clock of a place
import "date"

date.truncate(t: 2021-04-15T02:34:56Z, unit: 1d, location: {zone: "America/New_York", offset: 0h})
//= 2021-04-14T04:00:00.000000000Z
date.truncate(t: 2021-04-15T02:34:56Z, unit: 1d, location: {zone: "UTC", offset: -5h})
//= 2021-04-14T05:00:00.000000000Z
date.truncate(t: 2021-03-28T12:00:00Z, unit: 1d, location: {zone: "Europe/Berlin", offset: 0h})
//= 2021-03-27T23:00:00.000000000Z
date.truncate(t: 2021-04-15T02:34:56Z, unit: 1mo, location: {zone: "Asia/Tokyo", offset: 0h})
//= 2021-03-31T15:00:00.000000000Z

// --- a span from now
import "date"

option now = () => 2021-05-06T07:08:09Z

date.truncate(t: -1h, unit: 1h)
//= 2021-05-06T06:00:00.000000000Z
date.truncate(t: -1mo, unit: 1mo)
//= 2021-04-01T00:00:00.000000000Z

// --- zero
import "date"

date.truncate(t: 2021-05-06T07:08:09Z, unit: 0s)
//! duration used as an interval cannot be zero

// --- negative
import "date"

date.truncate(t: 2021-05-06T07:08:09Z, unit: -1h)
//! duration used as an interval cannot be negative

// --- mixed
import "date"

date.truncate(t: 2021-05-06T07:08:09Z, unit: 1mo1d)
//! duration used as an interval cannot mix month and nanosecond units

// --- null
// Flux crashes here.
import "date"
import "internal/debug"

date.truncate(t: debug.null(type: "time"), unit: 1h)
//! argument `t` must be a time or a duration, found null

// --- null unit
// Flux crashes here.
import "date"
import "internal/debug"

date.truncate(t: 2021-05-06T07:08:09Z, unit: debug.null(type: "duration"))
//! argument `unit` is null, it must be a duration

// --- int
import "date"

date.truncate(t: 1, unit: 1h)
//! 3:18: `int` is neither a time nor a duration in argument `t`

// --- without unit
import "date"

date.truncate(t: 2021-05-06T07:08:09Z)
//! 3:1: missing required argument `unit`

// --- unknown zone
// Flux fails with another text.
import "date"

date.truncate(t: 2021-05-06T07:08:09Z, unit: 1h, location: {zone: "Foo/Bar", offset: 0h})
//! unknown time zone "Foo/Bar"

// --- months of a clock that is off begin at the same day and hour
import "date"

date.truncate(t: 2021-06-30T23:00:00Z, unit: 1mo, location: {zone: "UTC", offset: 1d})
//= 2021-05-31T00:00:00.000000000Z
date.truncate(t: 2021-03-10T12:00:00Z, unit: 1mo, location: {zone: "UTC", offset: 2d})
//= 2021-02-28T00:00:00.000000000Z
date.truncate(t: 2021-07-01T00:00:00Z, unit: 1mo, location: {zone: "America/New_York", offset: 1d})
//= 2021-05-31T04:00:00.000000000Z
date.truncate(t: 2021-06-30T23:00:00Z, unit: 3mo, location: {zone: "UTC", offset: -40d})
//= 2021-05-10T00:00:00.000000000Z
date.truncate(t: 2021-06-30T23:00:00Z, unit: 1w, location: {zone: "UTC", offset: 1mo})
//= 2021-06-28T00:00:00.000000000Z
