// --- values
import "experimental/dynamic"

dynamic.jsonParse(data: bytes(v: "1"))
//= dynamic(1)
dynamic.jsonParse(data: bytes(v: "\"x\""))
//= dynamic(x)
dynamic.jsonParse(data: bytes(v: "true"))
//= dynamic(true)
dynamic.jsonParse(data: bytes(v: "null"))
//= dynamic(<null>)
dynamic.jsonParse(data: bytes(v: "[1, \"x\", null]"))
//= dynamic([dynamic(1), dynamic(x), dynamic(<null>)])
dynamic.jsonParse(data: bytes(v: "[]"))
//= dynamic([])
dynamic.jsonParse(data: bytes(v: "{\"a\": {\"b\": [1.5, false]}}"))
//= dynamic({a: dynamic({b: dynamic([dynamic(1.5), dynamic(false)])})})
dynamic.jsonParse(data: bytes(v: " [1] "))
//= dynamic([dynamic(1)])
dynamic.jsonParse(data: bytes(v: "\"\\u00e9\\n\""))
//= dynamic(é
//= )

// --- members
import "experimental/dynamic"

doc = dynamic.jsonParse(data: bytes(v: "{\"load\": [1, \"x\"], \"a b\": 1e3}"))

doc.load
//= dynamic([dynamic(1), dynamic(x)])
float(v: doc["a b"])
//= 1000
doc.none
//= dynamic(<null>)

// --- empty
import "experimental/dynamic"

dynamic.jsonParse(data: bytes(v: ""))
//! unexpected end of JSON input

// --- half
import "experimental/dynamic"

dynamic.jsonParse(data: bytes(v: "{\"a\":"))
//! unexpected end of JSON input

// --- more
// Flux fails with another text.
import "experimental/dynamic"

dynamic.jsonParse(data: bytes(v: "1 2"))
//! cannot parse JSON: trailing characters at line 1 column 3

// --- comma
// Flux fails with another text.
import "experimental/dynamic"

dynamic.jsonParse(data: bytes(v: "[1,]"))
//! cannot parse JSON: trailing comma at line 1 column 4

// --- word
// Flux fails with another text.
import "experimental/dynamic"

dynamic.jsonParse(data: bytes(v: "nul"))
//! unexpected end of JSON input

// --- text
import "experimental/dynamic"

dynamic.jsonParse(data: "1")
//! 3:25: expected `bytes`, found `string` in argument `data`

// --- null
// Flux crashes here.
import "experimental/dynamic"
import "internal/debug"

dynamic.jsonParse(data: debug.null(type: "bytes"))
//! argument `data` is null, it must be bytes
