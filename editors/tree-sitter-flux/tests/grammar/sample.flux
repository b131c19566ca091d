// Tells which pumps run hot.
@edition("2022.1")
package pumps


import "experimental/influxdb"
import j "json"

option task = {name: "hot pumps", every: 1h30m}
option influxdb.retries = 3

builtin hottest : (<-tables: stream[A], ?n: int, by: [string:float]) => {A with max: float}
    where
    A: Record

since = 2024-02-29T12:00:00.5+02:00
limits = [:]
names = ["a": .5, "b": 2.0]

hot = (r, limit=80.0, tables=<-) => {
    known = exists r.temperature and not r["off"] == true

    return if known then r.temperature / 2.0 >= limit else r.name =~ /^pump\/[0-9]+$/
}

tell = (r) => ({r with text: "${r.name}:\t${string(v: -r.temperature ^ 2.0)}\${}$"})

influxdb.api(method: "get", path: "/health")
    |> hottest(n: 3, by: names)
    |> map(fn: tell, by: .name)

testcase none_is_hot extends "pumps_test.base" {
    j.encode(v: [1, 2][0])
}
