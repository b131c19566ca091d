// --- values
import "experimental/dynamic"
import "internal/debug"

string(v: dynamic.jsonEncode(v: dynamic.dynamic(v: 1)))
//= 1
string(v: dynamic.jsonEncode(v: dynamic.dynamic(v: "a<b>\"")))
//= "a\u003cb\u003e\""
string(v: dynamic.jsonEncode(v: dynamic.dynamic(v: [1, 2])))
//= [1,2]
string(v: dynamic.jsonEncode(v: dynamic.dynamic(v: {b: 1, a: [true]})))
//= {"a":[true],"b":1}
string(v: dynamic.jsonEncode(v: dynamic.dynamic(v: 1.0)))
//= 1
string(v: dynamic.jsonEncode(v: dynamic.dynamic(v: 1h)))
//= "1h"
string(v: dynamic.jsonEncode(v: dynamic.dynamic(v: debug.null())))
//= null

// --- there and back
import "experimental/dynamic"

string(v: dynamic.jsonEncode(v: dynamic.jsonParse(data: bytes(v: "{\"b\":[1,\"x\",null],\"a\":{}}"))))
//= {"a":{},"b":[1,"x",null]}

// --- not dynamic
import "experimental/dynamic"

dynamic.jsonEncode(v: 1)
//! 3:23: expected `dynamic`, found `int` in argument `v`

// --- function
import "experimental/dynamic"

dynamic.jsonEncode(v: dynamic.dynamic(v: (x) => x))
//! cannot encode a function value
