// --- levels and severities
import "pagerduty"

pagerduty.actionFromLevel(level: "OK")
//= resolve
pagerduty.actionFromLevel(level: "crit")
//= trigger
pagerduty.actionFromSeverity(severity: "ok")
//= resolve
pagerduty.actionFromSeverity(severity: "info")
//= trigger
