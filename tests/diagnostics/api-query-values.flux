import "experimental/influxdb"

x = influxdb.api(method: "get", path: "/api/v2/buckets", query: ["limit": 5])
