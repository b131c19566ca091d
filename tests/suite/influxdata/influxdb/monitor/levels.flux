// --- constants
import "influxdata/influxdb/monitor"

[monitor.levelOK, monitor.levelInfo, monitor.levelWarn, monitor.levelCrit, monitor.levelUnknown]
//= [ok, info, warn, crit, unknown]
monitor.bucket
//= _monitoring
