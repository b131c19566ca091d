// --- a text
import "contrib/qxip/hash"

hash.cityhash64(v: "a")
//= 2603192927274642682

// --- null
import "contrib/qxip/hash"
import "internal/debug"

hash.cityhash64(v: debug.null(type: "string"))
//= <null>

// --- an int
import "contrib/qxip/hash"

hash.cityhash64(v: 1)
//! hash cannot convert int to cityhash64
