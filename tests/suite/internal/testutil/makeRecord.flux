// --- the type is forgotten
import "internal/testutil"

testutil.makeRecord(o: {a: 1})
//= {a: 1}
testutil.makeRecord(o: {a: 1}).a
//= 1
testutil.makeRecord(o: {a: 1}).missing
//= <null>
testutil.makeRecord(o: {a: 1}).a + 1
//= 2

// --- wrong type when run
import "internal/testutil"

testutil.makeRecord(o: {a: 1}).a + "x"
//! unsupported binary expression int + string

// --- no record
import "internal/testutil"

testutil.makeRecord(o: 1)
//! 3:24: `int` is not a record in argument `o`
