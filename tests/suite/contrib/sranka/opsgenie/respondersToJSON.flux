// --- kinds
import "contrib/sranka/opsgenie"

opsgenie.respondersToJSON(v: ["user:a", "team:b", "escalation:c", "schedule:d:e"])
//= [{"type":"user","username":"a"},{"type":"team","name":"b"},{"type":"escalation","name":"c"},{"type":"schedule","name":"d:e"}]
opsgenie.respondersToJSON(v: [])
//= []
opsgenie.respondersToJSON(v: ["team:"])
//= [{"type":"team","name":""}]

// --- signs of JSON
import "contrib/sranka/opsgenie"

opsgenie.respondersToJSON(v: ["user:\"<a>\""])
//= [{"type":"user","username":"\"\u003ca\u003e\""}]

// --- another kind
import "contrib/sranka/opsgenie"

opsgenie.respondersToJSON(v: ["group:x"])
//! unsupported responder "group:x", it must start with one of 'user:', 'team:', 'escalation:', 'schedule:'
