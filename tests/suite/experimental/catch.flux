// --- a value
import "experimental"

experimental.catch(fn: () => 1 + 1)
//= {code: <null>, msg: <null>, value: 2}
exists experimental.catch(fn: () => 1).msg
//= false

// --- failures
import "experimental"

caught = experimental.catch(fn: () => 1 / 0)

string(v: caught.code)
//= 9
caught.msg
//= cannot divide by zero
exists caught.value
//= false

// --- die
import "experimental"
import "strings"

caught = experimental.catch(fn: () => die(msg: "no"))

string(v: caught.code)
//= 3
strings.hasSuffix(v: caught.msg, suffix: ": no")
//= true

// --- conversions
import "experimental"
import "strings"

caught = experimental.catch(fn: () => int(v: "x"))

string(v: caught.code)
//= 3
strings.hasSuffix(v: caught.msg, suffix: "cannot convert string \"x\" to int due to invalid syntax")
//= true

// --- index out of bounds
import "experimental"

caught = experimental.catch(fn: () => [1, 2][5])

string(v: caught.code)
//= 3
caught.msg
//= cannot access element 5 of array of length 2

// --- with a parameter
import "experimental"

experimental.catch(fn: (x) => x)
//! 3:24: unexpected argument `x` in argument `fn`

// --- no function
import "experimental"

experimental.catch(fn: 1)
//! 3:24: expected function `() => A`, found `int` in argument `fn`

// --- nulls without a type, which operators do not take
import "experimental"
import "experimental/json"

reply = json.parse(data: bytes(v: "{}"))

experimental.catch(fn: () => reply.missing + 1).msg
//= unsupported binary expression invalid + int
