// --- members
r = {a: 1, "b c": 2, d: {e: [10, 20]}}

r.a
//= 1
r["a"]
//= 1
r["b c"]
//= 2
r.d.e[1]
//= 20

// --- with
base = {a: 1, b: 2}

{base with b: 3}
//= {a: 1, b: 3}
{base with c: 3}
//= {a: 1, b: 2, c: 3}
{base with a: "text"}
//= {a: text, b: 2}
base
//= {a: 1, b: 2}

// --- order of the fields does not matter
{a: 1, b: 2} == {b: 2, a: 1}
//= true

// --- optional members
r = {a: 1}

exists r.a
//= true

// --- functions in records
tools = {twice: (x) => x * 2, limit: 10}

tools.twice(x: tools.limit)
//= 20

// --- the later of two equal labels counts
{a: 1, a: 2}.a
//! duplicate key in object: "a"

// --- no such member
{a: 1}.b
//! 1:1: the record has no field `b`

// --- member of an int
(1).a
// Flux reports it at 1:2.
//! 1:2: `int` has no field `a`: it is no record

// --- with of an int
// Flux crashes here.
f = (x) => ({x with a: 1})
f(x: 1)
//! cannot extend a value of type int; expected a record

// --- member by an int
{a: 1}[0]
//! 1:1: record `{a: int}` has no elements that an index could select

// --- array by a text
[1]["a"]
//! 1:1: array `[int]` has no field `a`: it is no record

// --- misspelled member
settings = {host: "x", token: "y"}
settings.hots
//! 2:1: the record has no field `hots`
