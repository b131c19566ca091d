// --- levels
import "contrib/rhajek/bigpanda"

bigpanda.statusFromLevel(level: "warn")
//= warning
bigpanda.statusFromLevel(level: "crit")
//= critical
bigpanda.statusFromLevel(level: "info")
//= ok
bigpanda.statusFromLevel(level: "OK")
//= ok
bigpanda.statusFromLevel(level: "what")
//= critical
