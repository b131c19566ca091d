// --- always
import "internal/testutil"

testutil.fail()
//! fail

// --- an argument
import "internal/testutil"

testutil.fail(x: 1)
//! 3:18: unexpected argument `x`
