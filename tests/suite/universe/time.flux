// --- texts
time(v: "2021-02-28")
//= 2021-02-28T00:00:00.000000000Z
time(v: "2021-02-28T12:00:00Z")
//= 2021-02-28T12:00:00.000000000Z
time(v: "2021-02-28T12:00:00.123456789+01:00")
//= 2021-02-28T11:00:00.123456789Z
time(v: "1969-12-31T23:59:59Z")
//= 1969-12-31T23:59:59.000000000Z

// --- numbers
time(v: 0)
//= 1970-01-01T00:00:00.000000000Z
time(v: 1500000000)
//= 1970-01-01T00:00:01.500000000Z
time(v: -1)
//= 1969-12-31T23:59:59.999999999Z
time(v: uint(v: 1))
//= 1970-01-01T00:00:00.000000001Z
time(v: 2021-02-28T12:00:00Z)
//= 2021-02-28T12:00:00.000000000Z

// --- null
import "internal/debug"

time(v: debug.null())
//= <null>

// --- text
time(v: "x")
//! cannot convert string "x" to time due to invalid syntax: cannot parse date

// --- no such day
time(v: "2021-02-30")
//! cannot convert string "2021-02-30" to time due to invalid syntax: cannot parse date

// --- without zone
time(v: "2021-02-28T12:00:00")
//! cannot convert string "2021-02-28T12:00:00" to time due to invalid syntax: cannot parse date time

// --- empty
time(v: "")
//! cannot convert string "" to time due to invalid syntax: cannot parse date

// --- float
time(v: 1.5)
//! cannot convert float to time

// --- bool
time(v: true)
//! cannot convert bool to time

// --- duration
time(v: 1h)
//! cannot convert duration to time
