import "influxdb"

x = 1
