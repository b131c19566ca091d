// --- a text and a key
import "contrib/qxip/hash"

hash.hmac(v: "a", k: "k")
//= QOfUQcrbF7B/BQNBqiOmgg7YHIs=

// --- a key of another type
import "contrib/qxip/hash"

hash.hmac(v: "a", k: 1)
//! 3:14:

// --- ints
import "contrib/qxip/hash"

hash.hmac(v: 1, k: 1)
//! hash cannot convert int to hmac
