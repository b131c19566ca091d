// --- values
import "contrib/sranka/sensu"

sensu.toSensuName(v: "pump 3")
//= pump_3
sensu.toSensuName(v: "a_b.c-d")
//= a_b.c-d
sensu.toSensuName(v: "é!")
//= __
sensu.toSensuName(v: "")
//= _
sensu.toSensuName(v: "A/B")
//= A_B
sensu.toSensuName(v: "日本")
//= __

// --- null v
// Flux crashes here.
import "contrib/sranka/sensu"
import "internal/debug"

sensu.toSensuName(v: debug.null(type: "string"))
//! argument `v` is null, it must be a string

// --- without v
import "contrib/sranka/sensu"

sensu.toSensuName()
//! 3:1: missing required argument `v`

// --- int
import "contrib/sranka/sensu"

sensu.toSensuName(v: 1)
//! 3:22: expected `string`, found `int` in argument `v`
