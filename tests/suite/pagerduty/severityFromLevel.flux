// --- levels
import "pagerduty"

pagerduty.severityFromLevel(level: "warn")
//= warning
pagerduty.severityFromLevel(level: "CRIT")
//= critical
pagerduty.severityFromLevel(level: "info")
//= info
pagerduty.severityFromLevel(level: "ok")
//= info
pagerduty.severityFromLevel(level: "")
//= error
