// --- values
import "experimental/dynamic"
import "internal/debug"

dynamic.dynamic(v: 1)
//= dynamic(1)
dynamic.dynamic(v: "x")
//= dynamic(x)
dynamic.dynamic(v: [1, 2])
//= dynamic([dynamic(1), dynamic(2)])
dynamic.dynamic(v: {a: {b: 1}})
//= dynamic({a: dynamic({b: dynamic(1)})})
dynamic.dynamic(v: debug.null())
//= dynamic(<null>)
dynamic.dynamic(v: 1h)
//= dynamic(1h)
dynamic.dynamic(v: ["k": 1])
//= dynamic([k: 1])
dynamic.dynamic(v: dynamic.dynamic(v: 1))
//= dynamic(1)

// --- members
import "experimental/dynamic"

d = dynamic.dynamic(v: {a: {b: 1}, "c d": 2})

d.a.b
//= dynamic(1)
d["c d"]
//= dynamic(2)
d.none
//= dynamic(<null>)
exists d.none
//= false
exists d.a
//= true
int(v: d.a.b) + 1
//= 2

// --- member of a number
import "experimental/dynamic"

dynamic.dynamic(v: 1).a
//! cannot access property "a" on value of type int

// --- operator
import "experimental/dynamic"

dynamic.dynamic(v: 1) + 1
//! 3:25: expected `dynamic`, found `int`

// --- condition
import "experimental/dynamic"

if dynamic.dynamic(v: true) then 1 else 2
//! 3:4: expected `bool`, found `dynamic`

// --- index
import "experimental/dynamic"

dynamic.dynamic(v: [1])[0]
//! 3:1: `dynamic` has no elements that an index could select

// --- conversion of an array
import "experimental/dynamic"

int(v: dynamic.dynamic(v: [1]))
//! cannot convert [dynamic] to int

// --- without v
import "experimental/dynamic"

dynamic.dynamic()
//! 3:1: missing required argument `v`
