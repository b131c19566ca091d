import "experimental/influxdb"

x = influxdb.api(method: "get", path: "/health", headers: {accept: "text/plain"})
