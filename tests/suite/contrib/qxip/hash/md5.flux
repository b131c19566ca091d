// --- a text
import "contrib/qxip/hash"

hash.md5(v: "a")
//= 0cc175b9c0f1b6a831c399e269772661

// --- null
import "contrib/qxip/hash"
import "internal/debug"

hash.md5(v: debug.null(type: "string"))
//= <null>

// --- an int
import "contrib/qxip/hash"

hash.md5(v: 1)
//! hash cannot convert int to md5
