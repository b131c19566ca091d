// --- a time stays
import "date"

date.time(t: 2021-05-06T07:08:09Z)
//= 2021-05-06T07:08:09.000000000Z

// --- a span is counted from now
import "date"

option now = () => 2021-05-31T07:08:09Z

date.time(t: -1h)
//= 2021-05-31T06:08:09.000000000Z
date.time(t: 1mo)
//= 2021-06-30T07:08:09.000000000Z
date.time(t: 0s)
//= 2021-05-31T07:08:09.000000000Z

// --- int
import "date"

date.time(t: 1)
//! 3:14: `int` is neither a time nor a duration in argument `t`

// --- null
// Flux crashes here.
import "date"
import "internal/debug"

date.time(t: debug.null(type: "time"))
//! argument `t` must be a time or a duration, found null
