// Package sample holds data sets to try things on.
package sample


import "array"
import "dict"
import "experimental/csv"

_url = (name) => "https://influx-testdata.s3.amazonaws.com/" + name + ".csv"

_sets =
    [
        "airSensor": {
            desc: "Temperature, humidity and carbon monoxide in rooms of a building; simulated.",
            size: "~600 KB",
            type: "live",
            url: _url(name: "air-sensor-data-annotated"),
        },
        "birdMigration": {
            desc: "Where African birds flew in 2019.",
            size: "~1.2 MB",
            type: "static",
            url: _url(name: "bird-migration"),
        },
        "bitcoin": {
            desc: "The price of Bitcoin in the last 30 days.",
            size: "~700 KB",
            type: "live",
            url: _url(name: "bitcoin-historical-annotated"),
        },
        "machineProduction": {
            desc: "States of four grinding machines on 2021-08-01.",
            size: "~11.9 MB",
            type: "static",
            url: _url(name: "machine-production"),
        },
        "noaa": {
            desc: "What buoys of NOAA measured last.",
            size: "~1.3 MB",
            type: "live",
            url: _url(name: "noaa-ndbc-latest-observations-annotated"),
        },
        "noaaWater": {
            desc: "Water levels at two stations of NOAA, from 2019-08-17 to 2019-09-17.",
            size: "~10.3 MB",
            type: "static",
            url: _url(name: "noaa"),
        },
        "usgs": {
            desc: "Earthquakes of the last week.",
            size: "~6 MB",
            type: "live",
            url: _url(name: "usgs-earthquake-all-week-annotated"),
        },
    ]

_setInfo = (set) => {
    info = dict.get(dict: _sets, key: set, default: {desc: "", size: "", type: "", url: ""})

    return {
        name: set,
        description: info.desc,
        url: info.url,
        type: info.type,
        size: info.size,
    }
}

// data reads the data set `set`, one of those that `list` tells. Any other is an error.
//
// ## Example
//
// ```
// import "influxdata/influxdb/sample"
//
// sample.data(set: "airSensor")
// ```
data = (set) => {
    info = _setInfo(set: set)
    url =
        if info.url == "" then
            die(msg: "Invalid sample data set. Use sample.list to view available datasets.")
        else
            info.url

    return csv.from(url: url)
}

// list returns a table of the data sets.
//
// ## Example
//
// ```
// import "influxdata/influxdb/sample"
//
// sample.list()
// ```
list = () =>
    array.from(
        rows: [
            _setInfo(set: "airSensor"),
            _setInfo(set: "birdMigration"),
            _setInfo(set: "bitcoin"),
            _setInfo(set: "machineProduction"),
            _setInfo(set: "noaa"),
            _setInfo(set: "noaaWater"),
            _setInfo(set: "usgs"),
        ],
    )

// alignToNow shifts rows so that the last of them is of now.
//
// ## Parameters
//
// - tables: Rows to read, piped in.
//
// ## Example
//
// ```
// import "influxdata/influxdb/sample"
//
// from(bucket: "my-bucket") |> range(start: -1h) |> sample.alignToNow()
// ```
alignToNow = (tables=<-) => {
    last =
        tables
            |> keep(columns: ["_time"])
            |> last(column: "_time")
            |> tableFind(fn: (key) => true)
            |> getRecord(idx: 0)
    offset = duration(v: int(v: now()) - int(v: last._time))

    return tables |> timeShift(duration: offset)
}
