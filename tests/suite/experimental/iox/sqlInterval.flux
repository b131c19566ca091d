// --- durations
import "experimental/iox"

iox.sqlInterval(d: 90m)
//= 1 hours 30 minutes
iox.sqlInterval(d: 1y2mo3w4d5h6m7s8ms9us10ns)
//= 1 years 2 months 3 weeks 4 days 5 hours 6 minutes 7 seconds 8 milliseconds 9 microseconds 10 nanoseconds
iox.sqlInterval(d: 0s)
//= 0 nanoseconds
iox.sqlInterval(d: -1h)
//= - 1 hours

// --- a text
import "experimental/iox"

iox.sqlInterval(d: "1w1d")
//= 1 weeks 1 days
