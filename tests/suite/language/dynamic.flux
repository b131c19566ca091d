// --- members stay dynamic
import "experimental/dynamic"

d = dynamic.jsonParse(data: bytes(v: "{\"a\": {\"b\": [1, \"x\", null]}, \"on\": true}"))

d.a
//= dynamic({b: dynamic([dynamic(1), dynamic(x), dynamic(<null>)])})
d.a.b
//= dynamic([dynamic(1), dynamic(x), dynamic(<null>)])
exists d.a.none
//= false
bool(v: d.on)
//= true
string(v: dynamic.asArray(v: d.a.b)[1])
//= x
exists dynamic.asArray(v: d.a.b)[2]
//= false

// --- conversions take the value out
import "experimental/dynamic"
import "internal/debug"

int(v: dynamic.dynamic(v: 1))
//= 1
int(v: dynamic.dynamic(v: 2.9))
//= 2
int(v: dynamic.dynamic(v: "12"))
//= 12
int(v: dynamic.dynamic(v: true))
//= 1
float(v: dynamic.dynamic(v: 1))
//= 1
string(v: dynamic.dynamic(v: 1.5))
//= 1.5
time(v: dynamic.dynamic(v: "2021-01-01"))
//= 2021-01-01T00:00:00.000000000Z
exists int(v: dynamic.dynamic(v: debug.null()))
//= false

// --- compared
import "experimental/dynamic"

dynamic.dynamic(v: 1) == 1
//! 3:1: `dynamic` cannot be compared with `==` or `!=`

// --- compared with dynamic
import "experimental/dynamic"

dynamic.dynamic(v: 1) == dynamic.dynamic(v: 1)
//! 3:1: `dynamic` cannot be compared with `==` or `!=`

// --- interpolated
import "experimental/dynamic"

"${dynamic.dynamic(v: 1)}"
//! 3:4: `dynamic` cannot stand in a string

// --- member of a null
import "experimental/dynamic"

dynamic.dynamic(v: {a: 1}).none.none
//! cannot access property "none" on value of type invalid

// --- called
import "experimental/dynamic"

dynamic.dynamic(v: (x) => x)(x: 1)
//! 3:1: `dynamic` cannot be called

// --- with
// Flux crashes here.
import "experimental/dynamic"

d = dynamic.dynamic(v: {b: 2})
{d with a: 1}
//! cannot extend a value of type dynamic; expected a record

// --- text to int
import "experimental/dynamic"

int(v: dynamic.dynamic(v: "x"))
//! cannot convert string "x" to int due to invalid syntax
