// --- constants
import "influxdata/influxdb/monitor"

monitor.levelOK + monitor.levelInfo + monitor.levelWarn + monitor.levelCrit + monitor.levelUnknown
//= okinfowarncritunknown
monitor.bucket
//= _monitoring
