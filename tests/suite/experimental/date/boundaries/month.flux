// --- on a thursday
import "experimental/date/boundaries"

option now = () => 2021-05-06T07:08:09Z

boundaries.month()
//= {start: 2021-05-01T00:00:00.000000000Z, stop: 2021-06-01T00:00:00.000000000Z}
boundaries.month(month_offset: -1)
//= {start: 2021-04-01T00:00:00.000000000Z, stop: 2021-05-01T00:00:00.000000000Z}
boundaries.month(month_offset: 1)
//= {start: 2021-06-01T00:00:00.000000000Z, stop: 2021-07-01T00:00:00.000000000Z}
boundaries.month(month_offset: -17)
//= {start: 2019-12-01T00:00:00.000000000Z, stop: 2020-01-01T00:00:00.000000000Z}

// --- on a sunday, early in march
import "experimental/date/boundaries"

option now = () => 2024-03-03T00:00:00Z

boundaries.month()
//= {start: 2024-03-01T00:00:00.000000000Z, stop: 2024-04-01T00:00:00.000000000Z}
boundaries.month(month_offset: -1)
//= {start: 2024-02-01T00:00:00.000000000Z, stop: 2024-03-01T00:00:00.000000000Z}
boundaries.month(month_offset: 1)
//= {start: 2024-04-01T00:00:00.000000000Z, stop: 2024-05-01T00:00:00.000000000Z}
boundaries.month(month_offset: -17)
//= {start: 2022-10-01T00:00:00.000000000Z, stop: 2022-11-01T00:00:00.000000000Z}

// --- by the clock of a place
import "experimental/date/boundaries"

option now = () => 2021-03-28T23:30:00Z
option location = {zone: "Europe/Berlin", offset: 0h}

boundaries.month()
//= {start: 2021-02-28T23:00:00.000000000Z, stop: 2021-03-31T22:00:00.000000000Z}
boundaries.month(month_offset: -1)
//= {start: 2021-01-31T23:00:00.000000000Z, stop: 2021-02-28T23:00:00.000000000Z}
boundaries.month(month_offset: 1)
//= {start: 2021-03-31T22:00:00.000000000Z, stop: 2021-04-30T22:00:00.000000000Z}
boundaries.month(month_offset: -17)
//= {start: 2019-09-30T22:00:00.000000000Z, stop: 2019-10-31T23:00:00.000000000Z}
