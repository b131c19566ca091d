x = influxdb.api(method: "get", path: "/health")
