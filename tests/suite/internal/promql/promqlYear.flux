// --- after and before 1970
import "internal/promql"

promql.promqlYear(timestamp: 1000000000.0)
//= 2001
promql.promqlYear(timestamp: -0.5)
//= 1969

// --- a time that does not exist
import "internal/promql"

promql.promqlYear(timestamp: 1000000000000000000.0)
//! argument `timestamp` is no time of 1677 to 2262
