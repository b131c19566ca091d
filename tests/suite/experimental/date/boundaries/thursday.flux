// --- on a thursday
import "experimental/date/boundaries"

option now = () => 2021-05-06T07:08:09Z

boundaries.thursday()
//= {start: 2021-04-29T00:00:00.000000000Z, stop: 2021-04-30T00:00:00.000000000Z}

// --- on a sunday, early in march
import "experimental/date/boundaries"

option now = () => 2024-03-03T00:00:00Z

boundaries.thursday()
//= {start: 2024-02-29T00:00:00.000000000Z, stop: 2024-03-01T00:00:00.000000000Z}

// --- by the clock of a place
import "experimental/date/boundaries"

option now = () => 2021-03-28T23:30:00Z
option location = {zone: "Europe/Berlin", offset: 0h}

boundaries.thursday()
//= {start: 2021-03-24T23:00:00.000000000Z, stop: 2021-03-25T23:00:00.000000000Z}
