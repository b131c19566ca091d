// Package hash computes digests of texts. A null stays null.
package hash


// sha256 returns the SHA-256 of the text `v`, in hexadecimal digits.
//
// ## Example
//
// ```
// import "contrib/qxip/hash"
//
// hash.sha256(v: "a")  // => ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb
// ```
builtin sha256 : (v: A) => string

// sha1 returns the SHA-1 of the text `v`, in hexadecimal digits.
//
// ## Example
//
// ```
// import "contrib/qxip/hash"
//
// hash.sha1(v: "a")  // => 86f7e437faa5a7fce15d1ddcb9eaeaea377667b8
// ```
builtin sha1 : (v: A) => string

// xxhash64 returns the xxHash of the text `v`, as a number of 64 bits.
//
// ## Example
//
// ```
// import "contrib/qxip/hash"
//
// hash.xxhash64(v: "a")  // => 15154266338359012955
// ```
builtin xxhash64 : (v: A) => string

// cityhash64 returns the CityHash of the text `v`, as a number of 64 bits.
//
// ## Example
//
// ```
// import "contrib/qxip/hash"
//
// hash.cityhash64(v: "a")  // => 2603192927274642682
// ```
builtin cityhash64 : (v: A) => string

// md5 returns the MD5 of the text `v`, in hexadecimal digits.
//
// ## Example
//
// ```
// import "contrib/qxip/hash"
//
// hash.md5(v: "a")  // => 0cc175b9c0f1b6a831c399e269772661
// ```
builtin md5 : (v: A) => string

// b64 returns the text `v` as Base64 with the letters of URLs, padded.
//
// ## Example
//
// ```
// import "contrib/qxip/hash"
//
// hash.b64(v: "a?>")  // => YT8-
// ```
builtin b64 : (v: A) => string

// hmac returns the HMAC with SHA-1 of the text `v` under the key `k`, as Base64.
//
// ## Example
//
// ```
// import "contrib/qxip/hash"
//
// hash.hmac(v: "a", k: "k")  // => QOfUQcrbF7B/BQNBqiOmgg7YHIs=
// ```
builtin hmac : (v: A, k: A) => string
