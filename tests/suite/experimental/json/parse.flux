// --- values
import "experimental/json"

json.parse(data: bytes(v: "1"))
//= 1
json.parse(data: bytes(v: "-1.5e3"))
//= -1500
json.parse(data: bytes(v: "\"x\""))
//= x
json.parse(data: bytes(v: "true"))
//= true
json.parse(data: bytes(v: "[1, 2]"))
//= [1, 2]
json.parse(data: bytes(v: "[]"))
//= []
json.parse(data: bytes(v: "{\"a\": {\"b\": [1.5]}}"))
//= {a: {b: [1.5]}}
json.parse(data: bytes(v: "null"))
//= <null>

// --- members
import "experimental/json"

doc = json.parse(data: bytes(v: "{\"name\": \"pump\", \"speed\": 1.5, \"on\": true, \"list\": [1, 2], \"none\": null, \"a b\": 3}"))

doc.name + "!"
//= pump!
doc.speed + 1.0
//= 2.5
if doc.on then "on" else "off"
//= on
doc.list[1]
//= 2
length(arr: doc.list)
//= 2
exists doc.none
//= false
exists doc.missing
//= false
doc["a b"]
//= 3
{doc with b: 2}.b
//= 2

// --- the last of two equal keys counts
import "experimental/json"

json.parse(data: bytes(v: "{\"a\": 1, \"a\": 2}"))
//= {a: 2}

// --- escapes
import "experimental/json"

json.parse(data: bytes(v: "\"\\u00e9\\t\\/\\\"\""))
//= é	/"
json.parse(data: bytes(v: "\"\\ud83d\\ude00\""))
//= 😀
json.parse(data: bytes(v: "\"\\ud800\""))
//= �

// --- int is no float
import "experimental/json"

json.parse(data: bytes(v: "1")) + 1
//! unsupported binary expression float + int

// --- several types
import "experimental/json"

json.parse(data: bytes(v: "[1, \"a\"]"))
//! array values must all be the same type

// --- records of several types
import "experimental/json"

json.parse(data: bytes(v: "[{\"a\": 1}, {\"b\": 1}]"))
//! array values must all be the same type

// --- empty
import "experimental/json"

json.parse(data: bytes(v: ""))
//! unexpected end of JSON input

// --- half
import "experimental/json"

json.parse(data: bytes(v: "{\"a\": 1"))
//! unexpected end of JSON input

// --- more
// Flux fails with another text.
import "experimental/json"

json.parse(data: bytes(v: "1 2"))
//! cannot parse JSON: trailing characters at line 1 column 3

// --- comma
// Flux fails with another text.
import "experimental/json"

json.parse(data: bytes(v: "[1,]"))
//! cannot parse JSON: trailing comma at line 1 column 4

// --- leading zero
// Flux fails with another text.
import "experimental/json"

json.parse(data: bytes(v: "01"))
//! cannot parse JSON: invalid number at line 1 column 2

// --- too large
// Flux fails with another text.
import "experimental/json"

json.parse(data: bytes(v: "1e400"))
//! cannot parse JSON: number out of range at line 1 column 5

// --- text
import "experimental/json"

json.parse(data: "1")
//! 3:18: expected `bytes`, found `string` in argument `data`

// --- control character
// Flux fails with another text.
import "experimental/json"

json.parse(data: bytes(v: "\"\n\""))
//! cannot parse JSON: control character (\u0000-\u001F) found while parsing a string at line 2 column 0
