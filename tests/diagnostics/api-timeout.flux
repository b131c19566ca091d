import "experimental/influxdb"

x = influxdb.api(method: "get", path: "/health", timeout: 30)
