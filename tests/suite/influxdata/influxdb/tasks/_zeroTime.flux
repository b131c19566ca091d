// --- no time
import "influxdata/influxdb/tasks"

exists tasks.lastSuccessTime
//= false
tasks.lastSuccessTime
//= <null>
