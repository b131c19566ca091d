// --- values
import "contrib/bonitoo-io/hex"

hex.int(v: "ff")
//= 255
hex.int(v: "FF")
//= 255
hex.int(v: "0xff")
//= 255
hex.int(v: "-0x7f")
//= -127
hex.int(v: "-ff")
//= -255
hex.int(v: "7fffffffffffffff")
//= 9223372036854775807
hex.int(v: "0")
//= 0
hex.int(v: "+1")
//= 1

// --- digit
import "contrib/bonitoo-io/hex"

hex.int(v: "fg")
//! cannot convert string "fg" to int due to invalid syntax

// --- empty
import "contrib/bonitoo-io/hex"

hex.int(v: "")
//! cannot convert string "" to int due to invalid syntax

// --- too large
import "contrib/bonitoo-io/hex"

hex.int(v: "8000000000000000")
//! cannot convert string "8000000000000000" to int due to invalid syntax

// --- null v
import "contrib/bonitoo-io/hex"
import "internal/debug"

hex.int(v: debug.null(type: "string"))
//= <null>

// --- without v
import "contrib/bonitoo-io/hex"

hex.int()
//! 3:1: missing required argument `v`
