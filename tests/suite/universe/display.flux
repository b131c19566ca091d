// --- scalars
import "internal/debug"

display(v: "x")
//= x
display(v: 12)
//= 12
display(v: 1.0)
//= 1
display(v: float(v: "1e21"))
//= 1e+21
display(v: true)
//= true
display(v: 1h30m)
//= 1h30m
display(v: 2021-02-03T04:05:06.7Z)
//= 2021-02-03T04:05:06.700000000Z
display(v: /a/)
//= a
display(v: bytes(v: "hi"))
//= 0x6869
display(v: debug.null())
//= <null>
display(v: debug.null(type: "int"))
//= <null>

// --- composites
display(v: [1, 2])
//= [1, 2]
display(v: [])
//= []
display(v: {b: [1, 2], a: 1.0})
//= {a: 1, b: [1, 2]}
display(v: {})
//= {}
display(v: ["k": 1, "a": 2])
//= [a: 2, k: 1]
display(v: [:])
//= [:]
display(v: {a: {b: {c: "x"}}})
//= {a: {b: {c: x}}}
display(v: ["a, b", "c"])
//= [a, b, c]

// --- keys that are no names
display(v: {"a b": 1, c: 2})
//= {a b: 1, c: 2}

// --- functions
display(v: (x) => x)
//= (x: A) => A
display(v: (a, b=1, c=<-) => a + b)
//= (a: A, ?b: A, <-c: B) => A
display(v: display)
//= (v: A) => string

// --- long ones are broken into lines
display(v: {alpha: "a long text of some forty characters", beta: "another long text of some forty characters"})
//= {alpha: a long text of some forty characters, beta: another long text of some forty characters}
display(v: ["a long text of some forty characters", "another long text of some forty characters", "and more"])
//= [a long text of some forty characters, another long text of some forty characters, and more]

// --- dynamic
import "experimental/dynamic"

display(v: dynamic.dynamic(v: {a: [1, 2]}))
//= dynamic({a: dynamic([dynamic(1), dynamic(2)])})

// --- without v
display()
//! 1:1: missing required argument `v`
