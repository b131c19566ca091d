// --- values
import "contrib/bonitoo-io/hex"

hex.uint(v: "ff")
//= 255
hex.uint(v: "0xFF")
//= 255
hex.uint(v: "ffffffffffffffff")
//= 18446744073709551615
hex.uint(v: "0")
//= 0

// --- sign
import "contrib/bonitoo-io/hex"

hex.uint(v: "-1")
//! cannot convert string "-1" to uint due to invalid syntax

// --- too large
import "contrib/bonitoo-io/hex"

hex.uint(v: "10000000000000000")
//! cannot convert string "10000000000000000" to uint due to invalid syntax

// --- empty
import "contrib/bonitoo-io/hex"

hex.uint(v: "")
//! cannot convert string "" to uint due to invalid syntax

// --- null v
import "contrib/bonitoo-io/hex"
import "internal/debug"

hex.uint(v: debug.null(type: "string"))
//= <null>

// --- without v
import "contrib/bonitoo-io/hex"

hex.uint()
//! 3:1: missing required argument `v`
