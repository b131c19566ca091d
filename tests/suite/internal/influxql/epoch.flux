// --- values
import "internal/influxql"

influxql.epoch
//= 1970-01-01T00:00:00.000000000Z
influxql.minTime
//= 1677-09-21T00:12:43.145224194Z
influxql.maxTime
//= 2262-04-11T23:47:16.854775806Z
