// Package boundaries has become `experimental/date/boundaries`; each function says so.
package boundaries


// yesterday has become `experimental/date/boundaries.yesterday`.
//
// ## Example
//
// ```
// import "date/boundaries"
//
// boundaries.yesterday()
// ```
yesterday = () =>
    die(msg: "the 'date/boundaries' package has been moved to 'experimental/date/boundaries'")

// sunday has become `experimental/date/boundaries.sunday`.
//
// ## Example
//
// ```
// import "date/boundaries"
//
// boundaries.sunday()
// ```
sunday = () =>
    die(msg: "the 'date/boundaries' package has been moved to 'experimental/date/boundaries'")

// monday has become `experimental/date/boundaries.monday`.
//
// ## Example
//
// ```
// import "date/boundaries"
//
// boundaries.monday()
// ```
monday = () =>
    die(msg: "the 'date/boundaries' package has been moved to 'experimental/date/boundaries'")

// tuesday has become `experimental/date/boundaries.tuesday`.
//
// ## Example
//
// ```
// import "date/boundaries"
//
// boundaries.tuesday()
// ```
tuesday = () =>
    die(msg: "the 'date/boundaries' package has been moved to 'experimental/date/boundaries'")

// wednesday has become `experimental/date/boundaries.wednesday`.
//
// ## Example
//
// ```
// import "date/boundaries"
//
// boundaries.wednesday()
// ```
wednesday = () =>
    die(msg: "the 'date/boundaries' package has been moved to 'experimental/date/boundaries'")

// thursday has become `experimental/date/boundaries.thursday`.
//
// ## Example
//
// ```
// import "date/boundaries"
//
// boundaries.thursday()
// ```
thursday = () =>
    die(msg: "the 'date/boundaries' package has been moved to 'experimental/date/boundaries'")

// friday has become `experimental/date/boundaries.friday`.
//
// ## Example
//
// ```
// import "date/boundaries"
//
// boundaries.friday()
// ```
friday = () =>
    die(msg: "the 'date/boundaries' package has been moved to 'experimental/date/boundaries'")

// saturday has become `experimental/date/boundaries.saturday`.
//
// ## Example
//
// ```
// import "date/boundaries"
//
// boundaries.saturday()
// ```
saturday = () =>
    die(msg: "the 'date/boundaries' package has been moved to 'experimental/date/boundaries'")

// month has become `experimental/date/boundaries.month`, which takes `month_offset` as well. Calling it fails.
//
// ## Example
//
// ```
// import "date/boundaries"
//
// boundaries.month()
// ```
month = (month_offset=0) =>
    die(msg: "the 'date/boundaries' package has been moved to 'experimental/date/boundaries'")

// week has become `experimental/date/boundaries.week`, which takes `week_offset` and `start_sunday` as well. Calling it
// fails.
//
// ## Example
//
// ```
// import "date/boundaries"
//
// boundaries.week()
// ```
week = (week_offset=0, start_sunday=false) =>
    die(msg: "the 'date/boundaries' package has been moved to 'experimental/date/boundaries'")
