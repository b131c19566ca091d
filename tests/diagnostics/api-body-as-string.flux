import "experimental/influxdb"

response = influxdb.api(method: "get", path: "/health")

"body: " + response.body
