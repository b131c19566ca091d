import "experimental/influxdb"

response = influxdb.api(method: "get", path: "/health")

response.status
