// --- a text
import "contrib/qxip/hash"

hash.b64(v: "a")
//= YQ==

// --- null
import "contrib/qxip/hash"
import "internal/debug"

hash.b64(v: debug.null(type: "string"))
//= <null>

// --- an int
import "contrib/qxip/hash"

hash.b64(v: 1)
//! hash cannot convert int to b64
