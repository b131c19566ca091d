// --- moved
import "date/boundaries"

boundaries.yesterday()
//! the 'date/boundaries' package has been moved to 'experimental/date/boundaries'

// --- moved, with an argument
import "date/boundaries"

boundaries.week(week_offset: 1)
//! the 'date/boundaries' package has been moved to 'experimental/date/boundaries'

// --- moved, a day
import "date/boundaries"

boundaries.monday()
//! the 'date/boundaries' package has been moved to 'experimental/date/boundaries'

// --- moved, with the types that it had
import "date/boundaries"

boundaries.month(month_offset: "a")
//! 3:32: expected `int`, found `string` in argument `month_offset`

// --- moved, with the result that it had
import "date/boundaries"

boundaries.sunday().start + 1
//! 3:
