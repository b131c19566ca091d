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
