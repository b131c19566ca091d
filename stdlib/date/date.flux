// Package date reads and moves instants by the calendar.
//
// An instant may be given as a span from now. `location` is the place whose clock is read; the option of that name says it
// where the argument is left out.
package date


// Sunday is the number of that day of the week.
//
// ## Example
//
// ```
// import "date"
//
// date.Sunday  // => 0
// ```
Sunday = 0

// Monday is the number of that day of the week.
//
// ## Example
//
// ```
// import "date"
//
// date.Monday  // => 1
// ```
Monday = 1

// Tuesday is the number of that day of the week.
//
// ## Example
//
// ```
// import "date"
//
// date.Tuesday  // => 2
// ```
Tuesday = 2

// Wednesday is the number of that day of the week.
//
// ## Example
//
// ```
// import "date"
//
// date.Wednesday  // => 3
// ```
Wednesday = 3

// Thursday is the number of that day of the week.
//
// ## Example
//
// ```
// import "date"
//
// date.Thursday  // => 4
// ```
Thursday = 4

// Friday is the number of that day of the week.
//
// ## Example
//
// ```
// import "date"
//
// date.Friday  // => 5
// ```
Friday = 5

// Saturday is the number of that day of the week.
//
// ## Example
//
// ```
// import "date"
//
// date.Saturday  // => 6
// ```
Saturday = 6

// January is the number of that month.
//
// ## Example
//
// ```
// import "date"
//
// date.January  // => 1
// ```
January = 1

// February is the number of that month.
//
// ## Example
//
// ```
// import "date"
//
// date.February  // => 2
// ```
February = 2

// March is the number of that month.
//
// ## Example
//
// ```
// import "date"
//
// date.March  // => 3
// ```
March = 3

// April is the number of that month.
//
// ## Example
//
// ```
// import "date"
//
// date.April  // => 4
// ```
April = 4

// May is the number of that month.
//
// ## Example
//
// ```
// import "date"
//
// date.May  // => 5
// ```
May = 5

// June is the number of that month.
//
// ## Example
//
// ```
// import "date"
//
// date.June  // => 6
// ```
June = 6

// July is the number of that month.
//
// ## Example
//
// ```
// import "date"
//
// date.July  // => 7
// ```
July = 7

// August is the number of that month.
//
// ## Example
//
// ```
// import "date"
//
// date.August  // => 8
// ```
August = 8

// September is the number of that month.
//
// ## Example
//
// ```
// import "date"
//
// date.September  // => 9
// ```
September = 9

// October is the number of that month.
//
// ## Example
//
// ```
// import "date"
//
// date.October  // => 10
// ```
October = 10

// November is the number of that month.
//
// ## Example
//
// ```
// import "date"
//
// date.November  // => 11
// ```
November = 11

// December is the number of that month.
//
// ## Example
//
// ```
// import "date"
//
// date.December  // => 12
// ```
December = 12

// _instant returns a time as it is, and a span as the time that lies so far from `now`.
builtin _instant : (t: T, now: time) => time where T: Timeable

// _second is what `second` is made of.
builtin _second : (t: T) => int where T: Timeable

// second returns the second of the minute of `t`, 0 to 59.
//
// ## Example
//
// ```
// import "date"
//
// date.second(t: 2021-05-06T07:08:09.5Z)  // => 9
// ```
second = (t) => _second(t: _instant(t: t, now: now()))

// _millisecond is what `millisecond` is made of.
builtin _millisecond : (t: T) => int where T: Timeable

// millisecond returns the milliseconds of `t` after the second.
//
// ## Example
//
// ```
// import "date"
//
// date.millisecond(t: 2021-05-06T07:08:09.5Z)  // => 500
// ```
millisecond = (t) => _millisecond(t: _instant(t: t, now: now()))

// _microsecond is what `microsecond` is made of.
builtin _microsecond : (t: T) => int where T: Timeable

// microsecond returns the microseconds of `t` after the second.
//
// ## Example
//
// ```
// import "date"
//
// date.microsecond(t: 2021-05-06T07:08:09.5Z)  // => 500000
// ```
microsecond = (t) => _microsecond(t: _instant(t: t, now: now()))

// _nanosecond is what `nanosecond` is made of.
builtin _nanosecond : (t: T) => int where T: Timeable

// nanosecond returns the nanoseconds of `t` after the second.
//
// ## Example
//
// ```
// import "date"
//
// date.nanosecond(t: 2021-05-06T07:08:09.5Z)  // => 500000000
// ```
nanosecond = (t) => _nanosecond(t: _instant(t: t, now: now()))

// _minute is what `minute` is made of.
builtin _minute : (t: T, location: {zone: string, offset: duration}) => int where T: Timeable

// minute returns the minute of the hour of `t`, 0 to 59, as the clock at `location` shows it.
//
// ## Example
//
// ```
// import "date"
//
// date.minute(t: 2021-05-06T07:08:09Z)  // => 8
// ```
minute = (t, location=location) => _minute(t: _instant(t: t, now: now()), location: location)

// _hour is what `hour` is made of.
builtin _hour : (t: T, location: {zone: string, offset: duration}) => int where T: Timeable

// hour returns the hour of the day of `t`, 0 to 23, as the clock at `location` shows it.
//
// ## Example
//
// ```
// import "date"
//
// date.hour(t: 2021-05-06T07:08:09Z)  // => 7
// ```
hour = (t, location=location) => _hour(t: _instant(t: t, now: now()), location: location)

// _weekDay is what `weekDay` is made of.
builtin _weekDay : (t: T, location: {zone: string, offset: duration}) => int where T: Timeable

// weekDay returns the day of the week of `t` at `location`, 0 for Sunday to 6 for Saturday.
//
// ## Example
//
// ```
// import "date"
//
// date.weekDay(t: 2021-05-06T07:08:09Z)  // => 4
// ```
weekDay = (t, location=location) => _weekDay(t: _instant(t: t, now: now()), location: location)

// _monthDay is what `monthDay` is made of.
builtin _monthDay : (t: T, location: {zone: string, offset: duration}) => int where T: Timeable

// monthDay returns the day of the month of `t` at `location`, 1 to 31.
//
// ## Example
//
// ```
// import "date"
//
// date.monthDay(t: 2021-05-06T07:08:09Z)  // => 6
// ```
monthDay = (t, location=location) => _monthDay(t: _instant(t: t, now: now()), location: location)

// _yearDay is what `yearDay` is made of.
builtin _yearDay : (t: T, location: {zone: string, offset: duration}) => int where T: Timeable

// yearDay returns the day of the year of `t` at `location`, 1 to 366.
//
// ## Example
//
// ```
// import "date"
//
// date.yearDay(t: 2021-05-06T07:08:09Z)  // => 126
// ```
yearDay = (t, location=location) => _yearDay(t: _instant(t: t, now: now()), location: location)

// _month is what `month` is made of.
builtin _month : (t: T, location: {zone: string, offset: duration}) => int where T: Timeable

// month returns the month of the year of `t` at `location`, 1 to 12.
//
// ## Example
//
// ```
// import "date"
//
// date.month(t: 2021-05-06T07:08:09Z) == date.May  // => true
// ```
month = (t, location=location) => _month(t: _instant(t: t, now: now()), location: location)

// _year is what `year` is made of.
builtin _year : (t: T, location: {zone: string, offset: duration}) => int where T: Timeable

// year returns the year of `t` at `location`.
//
// ## Example
//
// ```
// import "date"
//
// date.year(t: 2021-05-06T07:08:09Z)  // => 2021
// ```
year = (t, location=location) => _year(t: _instant(t: t, now: now()), location: location)

// _week is what `week` is made of.
builtin _week : (t: T, location: {zone: string, offset: duration}) => int where T: Timeable

// week returns the week of the year of `t` at `location` by ISO 8601, 1 to 53.
//
// ## Example
//
// ```
// import "date"
//
// date.week(t: 2021-01-03T00:00:00Z)  // => 53
// ```
week = (t, location=location) => _week(t: _instant(t: t, now: now()), location: location)

// _quarter is what `quarter` is made of.
builtin _quarter : (t: T, location: {zone: string, offset: duration}) => int where T: Timeable

// quarter returns the quarter of the year of `t` at `location`, 1 to 4.
//
// ## Example
//
// ```
// import "date"
//
// date.quarter(t: 2021-05-06T07:08:09Z)  // => 2
// ```
quarter = (t, location=location) => _quarter(t: _instant(t: t, now: now()), location: location)

// _time is what `time` is made of.
builtin _time : (t: T, location: {zone: string, offset: duration}) => time where T: Timeable

// time returns the instant `t`, which may be given as a span from now; with a `location`, the instant at which UTC
// shows what the clock there does.
//
// ## Example
//
// ```
// import "date"
//
// date.time(t: 2021-05-06T07:08:09Z, location: {zone: "UTC", offset: 2h})  // => 2021-05-06T09:08:09.000000000Z
// ```
time = (t, location=location) => _time(t: _instant(t: t, now: now()), location: location)

// _add is what `add` is made of.
builtin _add : (d: duration, to: T, location: {zone: string, offset: duration}) => time
    where
    T: Timeable

// add moves the instant `to` by the span `d`, by the clock at `location`. Months come first, and a day that the month
// does not have becomes its last.
//
// ## Example
//
// ```
// import "date"
//
// date.add(d: 1mo, to: 2021-01-31T00:00:00Z)  // => 2021-02-28T00:00:00.000000000Z
// ```
add = (d, to, location=location) => _add(d: d, to: _instant(t: to, now: now()), location: location)

// _sub is what `sub` is made of.
builtin _sub : (from: T, d: duration, location: {zone: string, offset: duration}) => time
    where
    T: Timeable

// sub moves the instant `from` back by the span `d`, by the clock at `location`, as `add` moves it on.
//
// ## Example
//
// ```
// import "date"
//
// date.sub(d: 90m, from: 2021-05-06T01:00:00Z)  // => 2021-05-05T23:30:00.000000000Z
// ```
sub = (d, from, location=location) =>
    _sub(d: d, from: _instant(t: from, now: now()), location: location)

// _truncate is what `truncate` is made of.
builtin _truncate : (t: T, unit: duration, location: {zone: string, offset: duration}) => time
    where
    T: Timeable

// truncate returns the start of the `unit` in which the instant `t` lies, by the clock at `location`. Units are counted
// from the start of 1970.
//
// ## Example
//
// ```
// import "date"
//
// date.truncate(t: 2021-05-06T07:08:09Z, unit: 1h)  // => 2021-05-06T07:00:00.000000000Z
// ```
truncate = (t, unit, location=location) =>
    _truncate(t: _instant(t: t, now: now()), unit: unit, location: location)

// scale multiplies the span `d` by `n`.
//
// ## Example
//
// ```
// import "date"
//
// date.scale(d: 90m, n: 2)  // => 3h
// ```
builtin scale : (d: duration, n: int) => duration
