// --- what is the same is handed on
import "fluxlet/expect"

expect.equal(got: [1, 2], want: [1, 2])
//= [1, 2]
expect.equal(got: {a: 1, b: ["k": 1h]}, want: {b: ["k": 1h], a: 1})
//= {a: 1, b: [k: 1h]}
"x" |> expect.equal(want: "x")
//= x

// --- nulls and what is no number are the same as themselves
import "fluxlet/expect"
import "internal/debug"

expect.equal(got: debug.null(type: "int"), want: debug.null(type: "int"))
//= <null>
expect.equal(got: 0.0 / 0.0, want: 0.0 / 0.0)
//= NaN
expect.equal(got: [0.0 / 0.0], want: [0.0 / 0.0])
//= [NaN]
length(arr: expect.equal(got: [], want: []))
//= 0

// --- equal fails
import "fluxlet/expect"

expect.equal(got: 1, want: 2)
//! expected `2`, got `1`

// --- equal fails although both are displayed alike
import "fluxlet/expect"

expect.equal(got: ["a, b"], want: ["a", "b"])
//! expected `[a, b]`, got another value that is displayed alike

// --- equal wants one type
import "fluxlet/expect"

expect.equal(got: 1, want: "1")
//! 3:

// --- notEqual
import "fluxlet/expect"

expect.notEqual(got: "a", want: "b")
//= a
expect.notEqual(got: {a: 1}, want: {a: 2})
//= {a: 1}

// --- notEqual fails
import "fluxlet/expect"

expect.notEqual(got: [1], want: [1])
//! expected anything but `[1]`

// --- isTrue
import "fluxlet/expect"

expect.isTrue(v: 1 < 2)
//= true

// --- isTrue fails
import "fluxlet/expect"

expect.isTrue(v: 1 > 2)
//! expected `true`, got `false`

// --- isTrue fails on null
import "fluxlet/expect"
import "internal/debug"

expect.isTrue(v: debug.null(type: "bool"))
//! expected `true`, got `<null>`

// --- matches
import "fluxlet/expect"

expect.matches(v: "pump-1", r: /^pump-\d+$/)
//= pump-1

// --- matches fails
import "fluxlet/expect"

expect.matches(v: "fan-1", r: /^pump/)
//! expected a match of `^pump`, got `fan-1`

// --- fails hands on the text of the error
import "fluxlet/expect"

expect.fails(fn: () => 1 / 0)
//= cannot divide by zero
expect.fails(fn: () => 1 / 0, code: 9, containing: "zero")
//= cannot divide by zero

// --- fails wants an error
import "fluxlet/expect"

expect.fails(fn: () => 1)
//! expected an error, got the value `1`

// --- fails wants the code
import "fluxlet/expect"

expect.fails(fn: () => 1 / 0, code: 3)
//! expected an error with code 3, got code 9

// --- fails wants the text
import "fluxlet/expect"

expect.fails(fn: () => 1 / 0, containing: "index")
//! expected an error whose text contains `index`, got `cannot divide by zero`

// --- what equal is made of
import "fluxlet/expect"

expect._same(a: 1, b: 1)
//= true
expect._same(a: (x) => x, b: (x) => x)
//= false
