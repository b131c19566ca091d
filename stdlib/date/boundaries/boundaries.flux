// Package boundaries has become `experimental/date/boundaries`; each function says so.
package boundaries


// yesterday has become `experimental/date/boundaries.yesterday`.
//
// ## Example
//
// ```
// import "date/boundaries"
// import "experimental"
//
// experimental.catch(fn: () => boundaries.yesterday()).code  // => 3
// ```
yesterday = () =>
    die(msg: "the 'date/boundaries' package has been moved to 'experimental/date/boundaries'")

// sunday has become `experimental/date/boundaries.sunday`.
//
// ## Example
//
// ```
// import "date/boundaries"
// import "experimental"
//
// experimental.catch(fn: () => boundaries.sunday()).code  // => 3
// ```
sunday = () =>
    die(msg: "the 'date/boundaries' package has been moved to 'experimental/date/boundaries'")

// monday has become `experimental/date/boundaries.monday`.
//
// ## Example
//
// ```
// import "date/boundaries"
// import "experimental"
//
// experimental.catch(fn: () => boundaries.monday()).code  // => 3
// ```
monday = () =>
    die(msg: "the 'date/boundaries' package has been moved to 'experimental/date/boundaries'")

// tuesday has become `experimental/date/boundaries.tuesday`.
//
// ## Example
//
// ```
// import "date/boundaries"
// import "experimental"
//
// experimental.catch(fn: () => boundaries.tuesday()).code  // => 3
// ```
tuesday = () =>
    die(msg: "the 'date/boundaries' package has been moved to 'experimental/date/boundaries'")

// wednesday has become `experimental/date/boundaries.wednesday`.
//
// ## Example
//
// ```
// import "date/boundaries"
// import "experimental"
//
// experimental.catch(fn: () => boundaries.wednesday()).code  // => 3
// ```
wednesday = () =>
    die(msg: "the 'date/boundaries' package has been moved to 'experimental/date/boundaries'")

// thursday has become `experimental/date/boundaries.thursday`.
//
// ## Example
//
// ```
// import "date/boundaries"
// import "experimental"
//
// experimental.catch(fn: () => boundaries.thursday()).code  // => 3
// ```
thursday = () =>
    die(msg: "the 'date/boundaries' package has been moved to 'experimental/date/boundaries'")

// friday has become `experimental/date/boundaries.friday`.
//
// ## Example
//
// ```
// import "date/boundaries"
// import "experimental"
//
// experimental.catch(fn: () => boundaries.friday()).code  // => 3
// ```
friday = () =>
    die(msg: "the 'date/boundaries' package has been moved to 'experimental/date/boundaries'")

// saturday has become `experimental/date/boundaries.saturday`.
//
// ## Example
//
// ```
// import "date/boundaries"
// import "experimental"
//
// experimental.catch(fn: () => boundaries.saturday()).code  // => 3
// ```
saturday = () =>
    die(msg: "the 'date/boundaries' package has been moved to 'experimental/date/boundaries'")

// month has become `experimental/date/boundaries.month`, which takes `month_offset` as well. Calling it fails.
//
// ## Example
//
// ```
// import "date/boundaries"
// import "experimental"
//
// experimental.catch(fn: () => boundaries.month()).code  // => 3
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
// import "experimental"
//
// experimental.catch(fn: () => boundaries.week()).code  // => 3
// ```
week = (week_offset=0, start_sunday=false) =>
    die(msg: "the 'date/boundaries' package has been moved to 'experimental/date/boundaries'")
