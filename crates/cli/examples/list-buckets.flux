// Lists the names of the buckets of the context's own InfluxDB.
import "experimental/influxdb"
import "experimental/dynamic"
import "array"
import "strings"

response = influxdb.api(method: "get", path: "/api/v2/buckets", query: ["limit": "100"])

// A bucket without a description lacks the field, so the elements differ in type.
buckets =
    if response.statusCode == 200 then
        dynamic.asArray(v: dynamic.jsonParse(data: response.body).buckets)
    else
        die(msg: "InfluxDB answered ${string(v: response.statusCode)}: ${string(v: response.body)}")

names = array.map(arr: buckets, fn: (x) => string(v: x.name))

strings.joinStr(arr: names, v: "\n")
