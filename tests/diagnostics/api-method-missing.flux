import "experimental/influxdb"

x = influxdb.api(path: "/health")
