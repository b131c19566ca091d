// --- on a thursday
import "experimental/date/boundaries"

option now = () => 2021-05-06T07:08:09Z

boundaries.yesterday()
//= {start: 2021-05-05T00:00:00.000000000Z, stop: 2021-05-06T00:00:00.000000000Z}

// --- on a sunday, early in march
import "experimental/date/boundaries"

option now = () => 2024-03-03T00:00:00Z

boundaries.yesterday()
//= {start: 2024-03-02T00:00:00.000000000Z, stop: 2024-03-03T00:00:00.000000000Z}

// --- by the clock of a place
import "experimental/date/boundaries"

option now = () => 2021-03-28T23:30:00Z
option location = {zone: "Europe/Berlin", offset: 0h}

boundaries.yesterday()
//= {start: 2021-03-27T23:00:00.000000000Z, stop: 2021-03-28T22:00:00.000000000Z}
