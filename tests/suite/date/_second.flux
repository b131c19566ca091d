// --- values
import "date"

date.second(t: 2021-05-06T07:08:09.123456789Z)
//= 9
date.second(t: 1970-01-01T00:00:00Z)
//= 0
date.second(t: 1969-12-31T23:59:59.5Z)
//= 59
date.second(t: 2021-12-31T23:59:59.999999999Z)
//= 59

// --- a span from now
import "date"

option now = () => 2021-05-06T07:08:09.5Z

date.second(t: -10s)
//= 59
date.second(t: 0s)
//= 9
date.second(t: 1mo)
//= 9

// --- text
import "date"

date.second(t: "2021-05-06")
//! 3:16: `string` is neither a time nor a duration in argument `t`

// --- int
import "date"

date.second(t: 1)
//! 3:16: `int` is neither a time nor a duration in argument `t`

// --- null
// Flux crashes here.
import "date"
import "internal/debug"

date.second(t: debug.null(type: "time"))
//! argument `t` must be a time or a duration, found null

// --- without t
import "date"

date.second()
//! 3:1: missing required argument `t`

// --- location
import "date"

date.second(t: 2021-05-06T00:00:00Z, location: {zone: "UTC", offset: 0h})
//! 3:48: unexpected argument `location`
