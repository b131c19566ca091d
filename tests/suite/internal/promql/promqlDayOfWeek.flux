// --- after and before 1970
import "internal/promql"

promql.promqlDayOfWeek(timestamp: 1000000000.0)
//= 0
promql.promqlDayOfWeek(timestamp: -0.5)
//= 3

// --- a time that does not exist
import "internal/promql"

promql.promqlDayOfWeek(timestamp: 1000000000000000000.0)
//! argument `timestamp` is no time of 1677 to 2262
