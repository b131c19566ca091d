// --- values
import "internal/testutil"

testutil.makeAny(typ: "string")
//= foo
testutil.makeAny(typ: "int")
//= 10
testutil.makeAny(typ: "uint")
//= 10
testutil.makeAny(typ: "float")
//= 10
testutil.makeAny(typ: "bool")
//= false
testutil.makeAny(typ: "time")
//= 1970-01-01T00:00:00.000000100Z
testutil.makeAny(typ: "duration")
//= 0ns
testutil.makeAny(typ: "bytes")
//= 0x666f6f

// --- unknown
import "internal/testutil"

testutil.makeAny(typ: "x")
//= <null>

// --- wrong type when run
import "internal/testutil"

testutil.makeAny(typ: "string") + 1
//! unsupported binary expression string + int
