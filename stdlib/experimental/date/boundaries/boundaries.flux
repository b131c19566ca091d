// Package boundaries returns the bounds of days, weeks and months.
//
// They follow the options `now` and `location`.
package boundaries


import "date"

// _day returns the day that begins at an instant.
_day = (start) => ({start: start, stop: date.add(d: 1d, to: start)})

// _ago returns the start of the day that was so many days before the present one.
_ago = (days) => date.sub(d: date.scale(d: 1d, n: days), from: today())

// _last returns the last day of the week with a number before the present day.
_last = (weekDay) => {
    days = (date.weekDay(t: today()) - weekDay + 7) % 7

    return _day(start: _ago(days: if days == 0 then 7 else days))
}

// yesterday returns the bounds of the day before the present one.
//
// ## Example
//
// ```
// import "experimental/date/boundaries"
//
// option now = () => 2021-05-06T07:08:09Z
// boundaries.yesterday()  // => {start: 2021-05-05T00:00:00.000000000Z, stop: 2021-05-06T00:00:00.000000000Z}
// ```
yesterday = () => _day(start: _ago(days: 1))

// sunday returns the bounds of the last Sunday before the present day.
//
// ## Example
//
// ```
// import "experimental/date/boundaries"
//
// option now = () => 2021-05-06T07:08:09Z
// boundaries.sunday()  // => {start: 2021-05-02T00:00:00.000000000Z, stop: 2021-05-03T00:00:00.000000000Z}
// ```
sunday = () => _last(weekDay: date.Sunday)

// monday returns the bounds of the last Monday before the present day.
//
// ## Example
//
// ```
// import "experimental/date/boundaries"
//
// option now = () => 2021-05-06T07:08:09Z
// boundaries.monday()  // => {start: 2021-05-03T00:00:00.000000000Z, stop: 2021-05-04T00:00:00.000000000Z}
// ```
monday = () => _last(weekDay: date.Monday)

// tuesday returns the bounds of the last Tuesday before the present day.
//
// ## Example
//
// ```
// import "experimental/date/boundaries"
//
// option now = () => 2021-05-06T07:08:09Z
// boundaries.tuesday()  // => {start: 2021-05-04T00:00:00.000000000Z, stop: 2021-05-05T00:00:00.000000000Z}
// ```
tuesday = () => _last(weekDay: date.Tuesday)

// wednesday returns the bounds of the last Wednesday before the present day.
//
// ## Example
//
// ```
// import "experimental/date/boundaries"
//
// option now = () => 2021-05-06T07:08:09Z
// boundaries.wednesday()  // => {start: 2021-05-05T00:00:00.000000000Z, stop: 2021-05-06T00:00:00.000000000Z}
// ```
wednesday = () => _last(weekDay: date.Wednesday)

// thursday returns the bounds of the last Thursday before the present day.
//
// ## Example
//
// ```
// import "experimental/date/boundaries"
//
// option now = () => 2021-05-06T07:08:09Z
// boundaries.thursday()  // => {start: 2021-04-29T00:00:00.000000000Z, stop: 2021-04-30T00:00:00.000000000Z}
// ```
thursday = () => _last(weekDay: date.Thursday)

// friday returns the bounds of the last Friday before the present day.
//
// ## Example
//
// ```
// import "experimental/date/boundaries"
//
// option now = () => 2021-05-06T07:08:09Z
// boundaries.friday()  // => {start: 2021-04-30T00:00:00.000000000Z, stop: 2021-05-01T00:00:00.000000000Z}
// ```
friday = () => _last(weekDay: date.Friday)

// saturday returns the bounds of the last Saturday before the present day.
//
// ## Example
//
// ```
// import "experimental/date/boundaries"
//
// option now = () => 2021-05-06T07:08:09Z
// boundaries.saturday()  // => {start: 2021-05-01T00:00:00.000000000Z, stop: 2021-05-02T00:00:00.000000000Z}
// ```
saturday = () => _last(weekDay: date.Saturday)

// month returns the bounds of the present month, or of one that lies `month_offset` months from it.
//
// ## Example
//
// ```
// import "experimental/date/boundaries"
//
// option now = () => 2021-05-06T07:08:09Z
// boundaries.month(month_offset: -1)  // => {start: 2021-04-01T00:00:00.000000000Z, stop: 2021-05-01T00:00:00.000000000Z}
// ```
month = (month_offset=0) => {
    present = date.truncate(t: today(), unit: 1mo)
    start = date.add(d: date.scale(d: 1mo, n: month_offset), to: present)

    return {start: start, stop: date.add(d: 1mo, to: start)}
}

// week returns the bounds of the present week, or of one that lies `week_offset` weeks from it. Weeks begin on Monday, or
// on Sunday if `start_sunday` is true.
//
// ## Example
//
// ```
// import "experimental/date/boundaries"
//
// option now = () => 2021-05-06T07:08:09Z
// boundaries.week()  // => {start: 2021-05-03T00:00:00.000000000Z, stop: 2021-05-10T00:00:00.000000000Z}
// ```
week = (week_offset=0, start_sunday=false) => {
    weekDay = date.weekDay(t: today())
    days = if start_sunday then weekDay else (weekDay + 6) % 7
    start = date.add(d: date.scale(d: 1w, n: week_offset), to: _ago(days: days))

    return {start: start, stop: date.add(d: 1w, to: start)}
}
