// --- values
import "date"

date.microsecond(t: 2021-05-06T07:08:09.123456789Z)
//= 123456
date.microsecond(t: 1970-01-01T00:00:00Z)
//= 0
date.microsecond(t: 1969-12-31T23:59:59.5Z)
//= 500000
date.microsecond(t: 2021-12-31T23:59:59.999999999Z)
//= 999999

// --- a span from now
import "date"

option now = () => 2021-05-06T07:08:09.5Z

date.microsecond(t: -10s)
//= 500000
date.microsecond(t: 0s)
//= 500000
date.microsecond(t: 1mo)
//= 500000

// --- text
import "date"

date.microsecond(t: "2021-05-06")
//! 3:21: `string` is neither a time nor a duration in argument `t`

// --- int
import "date"

date.microsecond(t: 1)
//! 3:21: `int` is neither a time nor a duration in argument `t`

// --- null
// Flux crashes here.
import "date"
import "internal/debug"

date.microsecond(t: debug.null(type: "time"))
//! argument `t` must be a time or a duration, found null

// --- without t
import "date"

date.microsecond()
//! 3:1: missing required argument `t`

// --- location
import "date"

date.microsecond(t: 2021-05-06T00:00:00Z, location: {zone: "UTC", offset: 0h})
//! 3:53: unexpected argument `location`
