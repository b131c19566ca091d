// --- values
import "internal/testutil"

testutil.yield(v: 1)
//= 1
"x" |> testutil.yield()
//= x

// --- without v
import "internal/testutil"

testutil.yield()
//! 3:1: missing required argument `v`
