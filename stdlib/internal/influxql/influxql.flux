// Package influxql holds the instants between which InfluxQL works.
package influxql


// epoch is the instant from which times are counted.
//
// ## Example
//
// ```
// import "internal/influxql"
//
// influxql.epoch  // => 1970-01-01T00:00:00.000000000Z
// ```
epoch = 1970-01-01T00:00:00Z

// minTime is the first instant.
//
// ## Example
//
// ```
// import "internal/influxql"
//
// influxql.minTime  // => 1677-09-21T00:12:43.145224194Z
// ```
minTime = 1677-09-21T00:12:43.145224194Z

// maxTime is the last instant.
//
// ## Example
//
// ```
// import "internal/influxql"
//
// influxql.maxTime  // => 2262-04-11T23:47:16.854775806Z
// ```
maxTime = 2262-04-11T23:47:16.854775806Z
