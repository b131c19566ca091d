// --- exists
import "internal/debug"
import "internal/testutil"

r = testutil.makeRecord(o: {a: 1, b: debug.null(type: "int")})

exists r.a
//= true
exists r.b
//= false
exists r.c
//= false
r.b
//= <null>
r.c
//= <null>

// --- arithmetic gives null
import "internal/debug"

debug.null(type: "int") + 1
//= <null>
1.0 * debug.null(type: "float")
//= <null>
"a" + debug.null(type: "string")
//= <null>

// --- comparison gives null
import "internal/debug"

debug.null(type: "int") == 1
//= <null>
debug.null(type: "int") == debug.null(type: "int")
//= <null>
1 < debug.null(type: "int")
//= <null>
exists (debug.null(type: "int") == 1)
//= false

// --- in arrays and records
import "internal/debug"

[1, debug.null(type: "int")]
//= [1, <null>]
{a: debug.null(type: "string")}
//= {a: <null>}
length(arr: [debug.null(type: "int")])
//= 1

// --- without a type
import "internal/debug"

debug.null()
//= <null>
exists debug.null()
//= false

// --- minus of null
// Flux crashes here.
import "internal/debug"

(-debug.null(type: "int"))
//! operand to unary expression is not a number value, got null

// --- null and
// Flux crashes here.
import "internal/debug"

debug.null(type: "bool") and false
//! left operand to logical expression is not a boolean value, got null

// --- null or
// Flux crashes here.
import "internal/debug"

debug.null(type: "bool") or true
//! left operand to logical expression is not a boolean value, got null

// --- not null
// Flux crashes here.
import "internal/debug"

not debug.null(type: "bool")
//! operand to unary expression is not a boolean value, got null

// --- and null
// Flux crashes here.
import "internal/debug"

true and debug.null(type: "bool")
//! right operand to logical expression is not a boolean value, got null

// --- or null
// Flux crashes here.
import "internal/debug"

false or debug.null(type: "bool")
//! right operand to logical expression is not a boolean value, got null

// --- null matched
import "internal/debug"

debug.null(type: "string") =~ /a/
//= <null>

// --- null index
// Flux crashes here.
import "internal/debug"

[1][debug.null(type: "int")]
//! cannot access an element by a null index; expected an int

// --- member of null
import "internal/testutil"

testutil.makeRecord(o: {a: 1}).b.c
//! cannot access property "c" on value of type invalid

// --- null called
// Flux fails with another text.
import "internal/testutil"

testutil.makeRecord(o: {a: 1}).b(x: 1)
//! cannot call a null value
