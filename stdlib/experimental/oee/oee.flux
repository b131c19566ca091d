// Package oee tells how well machines are used: availability, performance and quality.
package oee


import "contrib/tomhollingworth/events"
import "experimental"

// computeAPQ computes the figures of the states of machines and of the counts of parts.
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
                |> map(fn: (r) => ({r with _time: r._stop}))
        counts =
            partEvents
                |> spread(column: "partCount")
                |> experimental.group(mode: "extend", columns: ["_stop"])
        bad = partEvents |> spread(column: "badCount")

        return
            join(
                tables: {
                    running: running,
                    counts: join(tables: {counts: counts, bad: bad}, on: ["_start"]),
                },
                on: ["_stop"],
            )
                |> map(
                    fn: (r) => {
                        availability = float(v: r.runTime) / float(v: int(v: plannedTime))
                        performance =
                            float(v: r.partCount) * float(v: int(v: idealCycleTime)) / float(
                                    v: r.runTime,
                                )
                        quality =
                            (float(v: r.partCount) - float(v: r.badCount)) / float(v: r.partCount)

                        return {r with
                            _time: r._stop,
                            availability: availability,
                            performance: performance,
                            quality: quality,
                            oee: availability * performance * quality,
                        }
                    },
                )
    }

// APQ computes the figures of one stream that holds states and counts.
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
