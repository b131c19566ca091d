import "experimental/influxdb"

x = influxdb.api(method: "post", path: "/api/v2/buckets", body: "{}")
