// --- scalars
import "internal/debug"
import "json"

string(v: json.encode(v: "x"))
//= "x"
string(v: json.encode(v: "a<b>&\"\\\n\t\x01"))
//= "a\u003cb\u003e\u0026\"\\\n\t\u0001"
string(v: json.encode(v: 12))
//= 12
string(v: json.encode(v: uint(v: "18446744073709551615")))
//= 18446744073709551615
string(v: json.encode(v: 1.0))
//= 1
string(v: json.encode(v: 1.5))
//= 1.5
string(v: json.encode(v: float(v: "1e21")))
//= 1e+21
string(v: json.encode(v: float(v: "1e-7")))
//= 1e-7
string(v: json.encode(v: float(v: "1e20")))
//= 100000000000000000000
string(v: json.encode(v: true))
//= true
string(v: json.encode(v: 1h30m))
//= "1h30m"
string(v: json.encode(v: 2020-01-01T00:00:00.5Z))
//= "2020-01-01T00:00:00.5Z"
string(v: json.encode(v: /a+/))
//= "a+"
string(v: json.encode(v: bytes(v: "hi")))
//= "aGk="
string(v: json.encode(v: debug.null()))
//= null
string(v: json.encode(v: debug.null(type: "int")))
//= null

// --- composites
import "json"

string(v: json.encode(v: [1, 2]))
//= [1,2]
string(v: json.encode(v: []))
//= []
string(v: json.encode(v: {b: 1, a: [true]}))
//= {"a":[true],"b":1}
string(v: json.encode(v: {}))
//= {}
string(v: json.encode(v: ["k": 1, "a": 2]))
//= {"a":2,"k":1}
string(v: json.encode(v: [1: "x"]))
//= {"1":"x"}
string(v: json.encode(v: [:]))
//= {}
string(v: json.encode(v: {a: {b: {c: "x"}}}))
//= {"a":{"b":{"c":"x"}}}
string(v: json.encode(v: [{a: 1}, {a: 2}]))
//= [{"a":1},{"a":2}]

// --- beyond ascii
import "json"

string(v: json.encode(v: "é 日 😀 \xe2\x80\xa8"))
//= "é 日 😀 \u2028"

// --- function
import "json"

json.encode(v: (x) => x)
//! cannot encode a function value

// --- function inside
import "json"

json.encode(v: {a: [(x) => x]})
//! cannot encode a function value

// --- infinite
import "json"

json.encode(v: 1.0 / 0.0)
//! json: unsupported value: +Inf

// --- not a number
import "json"

json.encode(v: [0.0 / 0.0])
//! json: unsupported value: NaN

// --- dynamic
// Flux fails with another text.
import "experimental/dynamic"
import "json"

json.encode(v: dynamic.dynamic(v: 1))
//! json.encode cannot encode a dynamic value; use `jsonEncode` of `experimental/dynamic`

// --- without v
import "json"

json.encode()
//! 3:1: missing required argument `v`
