// Package oee tells how well machines are used: availability, performance and quality.
package oee


import "contrib/tomhollingworth/events"

// computeAPQ computes the figures of the states of machines and of the counts of parts.
//
// ## Parameters
//
// - productionEvents: Rows with `state`, one for each change.
// - partEvents: Rows with `partCount` and `badCount`, the counts so far.
// - runningState: Value of `state` while the machine works.
// - plannedTime: How long it was to work: a duration, or an int of nanoseconds.
// - idealCycleTime: How long a part should take: a duration, or an int of nanoseconds.
//
// ## Example
//
// ```
// import "experimental/oee"
//
// oee.computeAPQ(idealCycleTime: 30s, partEvents: from(bucket: "parts"), plannedTime: 8h, productionEvents: from(bucket: "states"), runningState: "running")
// ```
computeAPQ = (
        productionEvents,
        partEvents,
        runningState,
        plannedTime,
        idealCycleTime,
    ) =>
    {
        running =
            productionEvents
                |> events.duration(unit: 1ns, columnName: "runTime")
                |> filter(fn: (r) => r.state == runningState)
                |> sum(column: "runTime")
        parts =
            join(
                tables: {
                    all: partEvents |> spread(column: "partCount"),
                    bad: partEvents |> spread(column: "badCount"),
                },
                on: ["_start", "_stop"],
            )
                |> map(
                    fn: (r) =>
                        ({
                            _start: r._start,
                            _stop: r._stop,
                            // The time that the parts should have taken, until it is divided by the time that they took.
                            performance: float(v: r.partCount) * float(v: int(v: idealCycleTime)),
                            quality:
                                (float(v: r.partCount) - float(v: r.badCount)) / float(
                                        v: r.partCount,
                                    ),
                        }),
                )

        return
            join(tables: {running: running, parts: parts}, on: ["_start", "_stop"])
                |> map(
                    fn: (r) => {
                        availability = float(v: r.runTime) / float(v: int(v: plannedTime))
                        performance = r.performance / float(v: r.runTime)

                        return {r with _time: r._stop,
                            availability: availability,
                            performance: performance,
                            oee: availability * performance * r.quality,
                        }
                    },
                )
    }

// APQ computes the figures of one stream that holds states and counts.
//
// ## Parameters
//
// - tables: Rows with `state`, `partCount` and `badCount`, piped in.
// - runningState: Value of `state` while the machine works.
// - plannedTime: How long it was to work: a duration, or an int of nanoseconds.
// - idealCycleTime: How long a part should take: a duration, or an int of nanoseconds.
//
// ## Example
//
// ```
// import "experimental/oee"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> oee.APQ(idealCycleTime: 30s, plannedTime: 8h, runningState: "running")
// ```
APQ = (tables=<-, runningState, plannedTime, idealCycleTime) =>
    computeAPQ(
        productionEvents: tables,
        partEvents: tables,
        runningState: runningState,
        plannedTime: plannedTime,
        idealCycleTime: idealCycleTime,
    )
