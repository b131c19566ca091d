// --- a text
import "contrib/qxip/hash"

hash.sha1(v: "a")
//= 86f7e437faa5a7fce15d1ddcb9eaeaea377667b8

// --- null
import "contrib/qxip/hash"
import "internal/debug"

hash.sha1(v: debug.null(type: "string"))
//= <null>

// --- an int
import "contrib/qxip/hash"

hash.sha1(v: 1)
//! hash cannot convert int to sha1
