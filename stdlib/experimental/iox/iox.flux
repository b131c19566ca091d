// Package iox reads InfluxDB IOx.
package iox


import "regexp"
import "strings"

// from reads the rows of the measurement `measurement` in the bucket `bucket`.
//
// ## Example
//
// ```
// import "experimental/iox"
//
// iox.from(bucket: "my-bucket", measurement: "m")
// ```
builtin from : (bucket: string, measurement: string) => stream[{A with _time: time}] where A: Record

// sql reads the rows that `query`, a query in SQL, finds in the bucket `bucket`.
//
// ## Example
//
// ```
// import "experimental/iox"
//
// iox.sql(bucket: "my-bucket", query: "SELECT * FROM t")
// ```
builtin sql : (bucket: string, query: string) => stream[A] where A: Record

_unit = (short, long, v=<-) =>
    regexp.replaceAllString(r: regexp.compile(v: "(\\d)" + short), v: v, t: "$1 " + long + " ")

// sqlInterval writes the duration `d` as SQL writes an interval.
//
// ## Example
//
// ```
// import "experimental/iox"
//
// iox.sqlInterval(d: 90m)  // => 1 hours 30 minutes
// ```
sqlInterval = (d) => {
    text =
        string(v: d)
            |> _unit(short: "mo", long: "months")
            |> _unit(short: "ms", long: "milliseconds")
            |> _unit(short: "us", long: "microseconds")
            |> _unit(short: "ns", long: "nanoseconds")
            |> _unit(short: "y", long: "years")
            |> _unit(short: "w", long: "weeks")
            |> _unit(short: "d", long: "days")
            |> _unit(short: "h", long: "hours")
            |> _unit(short: "m", long: "minutes")
            |> _unit(short: "s", long: "seconds")

    return strings.trimSpace(v: regexp.replaceAllString(r: /^-/, v: text, t: "- "))
}
