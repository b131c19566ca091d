// --- values
import "experimental"

experimental.subDuration(d: 1d, from: 2021-03-01T00:00:00Z)
//= 2021-02-28T00:00:00.000000000Z
experimental.subDuration(d: 1mo, from: 2021-03-31T00:00:00Z)
//= 2021-02-28T00:00:00.000000000Z
