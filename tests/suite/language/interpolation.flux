// --- values in texts
name = "pump"
n = 7

"${name}-${n}"
//= pump-7
"${n + 1} and ${n * 2 > 1}"
//= 8 and true
"${name + "-" + string(v: n)}"
//= pump-7
"none"
//= none
"${n}"
//= 7

// --- values of several types
"${1.5} ${true} ${1h} ${2021-01-01T00:00:00Z} ${uint(v: 1)} ${"x"}"
//= 1.5 true 1h 2021-01-01T00:00:00.000000000Z 1 x

// --- escaped
"\${name}"
//= ${name}
"$name"
//= $name
"100$"
//= 100$

// --- nested
"a${"b${"c"}"}"
//= abc

// --- calls and members
r = {name: "pump", speeds: [1, 2]}

"${r.name}: ${r.speeds[1]} of ${length(arr: r.speeds)}"
//= pump: 2 of 2

// --- array
"${[1]}"
//! 1:4: array `[int]` cannot stand in a string

// --- record
"${{a: 1}}"
//! 1:4: record `{a: int}` cannot stand in a string

// --- function
"${(x) => x}"
//! 1:4: function `(x: A) => A` cannot stand in a string

// --- null
"${debug.null(type: "string")}"
//! 1:4: undefined name `debug`

// --- unknown name
"${nowhere}"
//! 1:4: undefined name `nowhere`

// --- bytes
"${bytes(v: "x")}"
//! 1:4: `bytes` cannot stand in a string

// --- regular expression
"${/a/}"
//! 1:4: `regexp` cannot stand in a string
