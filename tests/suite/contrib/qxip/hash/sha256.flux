// --- a text
import "contrib/qxip/hash"

hash.sha256(v: "a")
//= ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb

// --- null
import "contrib/qxip/hash"
import "internal/debug"

hash.sha256(v: debug.null(type: "string"))
//= <null>

// --- an int
import "contrib/qxip/hash"

hash.sha256(v: 1)
//! hash cannot convert int to sha256
