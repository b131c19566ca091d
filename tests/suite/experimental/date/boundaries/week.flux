// --- on a thursday
import "experimental/date/boundaries"

option now = () => 2021-05-06T07:08:09Z

boundaries.week()
//= {start: 2021-05-03T00:00:00.000000000Z, stop: 2021-05-10T00:00:00.000000000Z}
boundaries.week(week_offset: -1)
//= {start: 2021-04-26T00:00:00.000000000Z, stop: 2021-05-03T00:00:00.000000000Z}
boundaries.week(week_offset: 1)
//= {start: 2021-05-10T00:00:00.000000000Z, stop: 2021-05-17T00:00:00.000000000Z}
boundaries.week(start_sunday: true)
//= {start: 2021-05-02T00:00:00.000000000Z, stop: 2021-05-09T00:00:00.000000000Z}
boundaries.week(week_offset: 2, start_sunday: true)
//= {start: 2021-05-16T00:00:00.000000000Z, stop: 2021-05-23T00:00:00.000000000Z}

// --- on a sunday, early in march
import "experimental/date/boundaries"

option now = () => 2024-03-03T00:00:00Z

boundaries.week()
//= {start: 2024-02-26T00:00:00.000000000Z, stop: 2024-03-04T00:00:00.000000000Z}
boundaries.week(week_offset: -1)
//= {start: 2024-02-19T00:00:00.000000000Z, stop: 2024-02-26T00:00:00.000000000Z}
boundaries.week(week_offset: 1)
//= {start: 2024-03-04T00:00:00.000000000Z, stop: 2024-03-11T00:00:00.000000000Z}
boundaries.week(start_sunday: true)
//= {start: 2024-03-03T00:00:00.000000000Z, stop: 2024-03-10T00:00:00.000000000Z}
boundaries.week(week_offset: 2, start_sunday: true)
//= {start: 2024-03-17T00:00:00.000000000Z, stop: 2024-03-24T00:00:00.000000000Z}

// --- by the clock of a place
import "experimental/date/boundaries"

option now = () => 2021-03-28T23:30:00Z
option location = {zone: "Europe/Berlin", offset: 0h}

boundaries.week()
//= {start: 2021-03-28T22:00:00.000000000Z, stop: 2021-04-04T22:00:00.000000000Z}
boundaries.week(week_offset: -1)
//= {start: 2021-03-21T23:00:00.000000000Z, stop: 2021-03-28T22:00:00.000000000Z}
boundaries.week(week_offset: 1)
//= {start: 2021-04-04T22:00:00.000000000Z, stop: 2021-04-11T22:00:00.000000000Z}
boundaries.week(start_sunday: true)
//= {start: 2021-03-27T23:00:00.000000000Z, stop: 2021-04-03T22:00:00.000000000Z}
boundaries.week(week_offset: 2, start_sunday: true)
//= {start: 2021-04-10T22:00:00.000000000Z, stop: 2021-04-17T22:00:00.000000000Z}
