// --- values
import "contrib/sranka/opsgenie"

opsgenie.respondersToJSON(v: ["team:pumps"])
//= [{"type":"team","name":"pumps"}]
opsgenie.respondersToJSON(v: ["user:ada@example.com", "escalation:night", "schedule:week"])
//= [{"type":"user","username":"ada@example.com"},{"type":"escalation","name":"night"},{"type":"schedule","name":"week"}]
opsgenie.respondersToJSON(v: [])
//= []
opsgenie.respondersToJSON(v: ["team:a\"b\\c"])
//= [{"type":"team","name":"a\"b\\c"}]
opsgenie.respondersToJSON(v: ["team:a:b"])
//= [{"type":"team","name":"a:b"}]
opsgenie.respondersToJSON(v: ["team:"])
//= [{"type":"team","name":""}]

// --- unknown kind
// Flux fails with another text.
import "contrib/sranka/opsgenie"

opsgenie.respondersToJSON(v: ["robot:x"])
//! unsupported responder "robot:x", it must start with one of 'user:', 'team:', 'escalation:', 'schedule:'

// --- no kind
// Flux fails with another text.
import "contrib/sranka/opsgenie"

opsgenie.respondersToJSON(v: ["pumps"])
//! unsupported responder "pumps", it must start with one of 'user:', 'team:', 'escalation:', 'schedule:'

// --- null element
// Flux crashes here.
import "contrib/sranka/opsgenie"
import "internal/debug"

opsgenie.respondersToJSON(v: [debug.null(type: "string")])
//! a responder must be a string, found null

// --- text
import "contrib/sranka/opsgenie"

opsgenie.respondersToJSON(v: "team:pumps")
//! 3:30: expected array `[string]`, found `string` in argument `v`

// --- without v
import "contrib/sranka/opsgenie"

opsgenie.respondersToJSON()
//! 3:1: missing required argument `v`

// --- signs of JSON
import "contrib/sranka/opsgenie"

opsgenie.respondersToJSON(v: ["user:\"<a>\""])
//= [{"type":"user","username":"\"\u003ca\u003e\""}]
