// --- a text
import "contrib/qxip/hash"

hash.xxhash64(v: "a")
//= 15154266338359012955

// --- null
import "contrib/qxip/hash"
import "internal/debug"

hash.xxhash64(v: debug.null(type: "string"))
//= <null>

// --- an int
import "contrib/qxip/hash"

hash.xxhash64(v: 1)
//! hash cannot convert int to xxhash64
