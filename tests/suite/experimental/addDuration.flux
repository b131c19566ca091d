// --- values
import "experimental"

experimental.addDuration(d: 1mo, to: 2021-01-31T00:00:00Z)
//= 2021-02-28T00:00:00.000000000Z
experimental.addDuration(d: 90m, to: 2021-01-31T23:00:00Z)
//= 2021-02-01T00:30:00.000000000Z
experimental.addDuration(d: -1d, to: 2021-01-01T00:00:00Z)
//= 2020-12-31T00:00:00.000000000Z
experimental.addDuration(d: 1d, to: 2021-03-13T12:00:00Z, location: {zone: "America/New_York", offset: 0h})
//= 2021-03-14T11:00:00.000000000Z
