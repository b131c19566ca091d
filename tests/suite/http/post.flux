// --- without url
import "http"

http.post()
//! 3:1: missing required argument `url`

// --- url is a number
import "http"

http.post(url: 1)
//! 3:16: expected `string`, found `int` in argument `url`

// --- data is text
import "http"

http.post(url: "http://127.0.0.1:1", data: "x")
//! 3:44: expected `bytes`, found `string` in argument `data`

// --- headers in a dictionary
import "http"

http.post(url: "http://127.0.0.1:1", headers: ["a": "b"])
//! 3:47: dictionary `[string: string]` is not a record in argument `headers`

// --- a header that is no text
import "http"

http.post(url: "http://127.0.0.1:1", headers: {a: 1})
//! header value "a" must be a string

// --- header name with a space
// Flux fails with another text.
import "http"

http.post(url: "http://127.0.0.1:1", headers: {"a b": "c"})
//! argument `headers`: `a b` has no valid name; names are letters, digits and a few signs such as `-`

// --- unknown argument
import "http"

http.post(url: "http://127.0.0.1:1", body: bytes(v: "x"))
//! 3:44: unexpected argument `body`

// --- no scheme
// Flux fails with another text.
import "http"

http.post(url: "127.0.0.1:1")
//! argument `url` must start with `http://` or `https://`

// --- other scheme
// Flux fails with another text.
import "http"

http.post(url: "ftp://127.0.0.1:1")
//! argument `url` must start with `http://` or `https://`

// --- empty url
// Flux fails with another text.
import "http"

http.post(url: "")
//! argument `url` must start with `http://` or `https://`

// --- null url
// Flux crashes here.
import "http"
import "internal/debug"

http.post(url: debug.null(type: "string"))
//! argument `url` is null, it must be a string

// --- no host
import "http"

http.post(url: "http://")
//! the host name is empty

// --- credentials in the URL
import "http"

http.post(url: "http://me:hush@127.0.0.1:1/")
//! argument `url` holds credentials; give them in a header `Authorization`

// --- a bad escape
import "http"

http.post(url: "http://127.0.0.1:1/%zz")
//! argument `url` holds, at offset 19, a `%` without two hexadecimal digits

// --- a bad port
import "http"

http.post(url: "http://127.0.0.1:port/")
//! a port is a number from 1 to 65535

// --- a header that is null
import "http"
import "internal/debug"

http.post(url: "http://127.0.0.1:1", headers: {x: debug.null(type: "string")})
//! the value of `x` is null, it must be a string

// --- data that is null
import "http"
import "internal/debug"

http.post(url: "http://127.0.0.1:1", data: debug.null(type: "bytes"))
//! argument `data` is null, it must be bytes

// --- without a client
import "http"

http.post(url: "http://127.0.0.1:1/x?key=hush")
//! `POST http://127.0.0.1:1/x` failed: the context has no HTTP client
