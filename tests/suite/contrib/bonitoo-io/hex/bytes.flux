// --- values
import "contrib/bonitoo-io/hex"

hex.bytes(v: "00ff10")
//= 0x00ff10
hex.bytes(v: "FF")
//= 0xff
hex.bytes(v: "")
//= 0x

// --- odd
// Flux fails with another text.
import "contrib/bonitoo-io/hex"

hex.bytes(v: "686")
//! cannot convert string "686" to bytes due to hex decoding error: odd number of digits

// --- digit
// Flux fails with another text.
import "contrib/bonitoo-io/hex"

hex.bytes(v: "zz")
//! cannot convert string "zz" to bytes due to hex decoding error: 'z' is no hexadecimal digit

// --- prefix
// Flux fails with another text.
import "contrib/bonitoo-io/hex"

hex.bytes(v: "0xff")
//! cannot convert string "0xff" to bytes due to hex decoding error: 'x' is no hexadecimal digit

// --- null v
// Flux crashes here.
import "contrib/bonitoo-io/hex"
import "internal/debug"

hex.bytes(v: debug.null(type: "string"))
//! argument `v` is null, it must be a string

// --- without v
import "contrib/bonitoo-io/hex"

hex.bytes()
//! 3:1: missing required argument `v`
