// Package boundaries has become `experimental/date/boundaries`; each function says so.
package boundaries


import "experimental/date/boundaries"

// What stands after `else` gives the functions their types; it is never reached.
_moved = "the 'date/boundaries' package has been moved to 'experimental/date/boundaries'"

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
yesterday = () => if true then die(msg: _moved) else boundaries.yesterday()

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
sunday = () => if true then die(msg: _moved) else boundaries.sunday()

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
monday = () => if true then die(msg: _moved) else boundaries.monday()

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
tuesday = () => if true then die(msg: _moved) else boundaries.tuesday()

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
wednesday = () => if true then die(msg: _moved) else boundaries.wednesday()

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
thursday = () => if true then die(msg: _moved) else boundaries.thursday()

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
friday = () => if true then die(msg: _moved) else boundaries.friday()

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
saturday = () => if true then die(msg: _moved) else boundaries.saturday()

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
    if true then die(msg: _moved) else boundaries.month(month_offset: month_offset)

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
    if true then
        die(msg: _moved)
    else
        boundaries.week(week_offset: week_offset, start_sunday: start_sunday)
