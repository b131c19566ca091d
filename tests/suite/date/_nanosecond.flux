// --- values
import "date"

date.nanosecond(t: 2021-05-06T07:08:09.123456789Z)
//= 123456789
date.nanosecond(t: 1970-01-01T00:00:00Z)
//= 0
date.nanosecond(t: 1969-12-31T23:59:59.5Z)
//= 500000000
date.nanosecond(t: 2021-12-31T23:59:59.999999999Z)
//= 999999999

// --- a span from now
import "date"

option now = () => 2021-05-06T07:08:09.5Z

date.nanosecond(t: -10s)
//= 500000000
date.nanosecond(t: 0s)
//= 500000000
date.nanosecond(t: 1mo)
//= 500000000

// --- text
import "date"

date.nanosecond(t: "2021-05-06")
//! 3:20: `string` is neither a time nor a duration in argument `t`

// --- int
import "date"

date.nanosecond(t: 1)
//! 3:20: `int` is neither a time nor a duration in argument `t`

// --- null
// Flux crashes here.
import "date"
import "internal/debug"

date.nanosecond(t: debug.null(type: "time"))
//! argument `t` must be a time or a duration, found null

// --- without t
import "date"

date.nanosecond()
//! 3:1: missing required argument `t`

// --- location
import "date"

date.nanosecond(t: 2021-05-06T00:00:00Z, location: {zone: "UTC", offset: 0h})
//! 3:52: unexpected argument `location`
