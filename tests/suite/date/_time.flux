// --- values
import "date"

date.time(t: 2021-05-06T07:08:09Z)
//= 2021-05-06T07:08:09.000000000Z
date.time(t: 2021-05-06T07:08:09Z, location: {zone: "Asia/Tokyo", offset: 0h})
//= 2021-05-06T16:08:09.000000000Z
date.time(t: 2021-05-06T07:08:09Z, location: {zone: "UTC", offset: 2h})
//= 2021-05-06T09:08:09.000000000Z
date.time(t: 2021-05-06T07:08:09Z, location: {zone: "America/New_York", offset: -30m})
//= 2021-05-06T02:38:09.000000000Z

// --- unknown zone
// Flux fails with another text.
import "date"

date.time(t: 2021-05-06T00:00:00Z, location: {zone: "Foo/Bar", offset: 0h})
//! unknown time zone "Foo/Bar"

// --- text
import "date"

date.time(t: "2021-05-06")
//! 3:14: `string` is neither a time nor a duration in argument `t`
