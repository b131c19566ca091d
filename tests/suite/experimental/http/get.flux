// --- without url
import "experimental/http"

http.get()
//! 3:1: missing required argument `url`

// --- url is a number
import "experimental/http"

http.get(url: 1)
//! 3:15: expected `string`, found `int` in argument `url`

// --- headers in a dictionary
import "experimental/http"

http.get(url: "http://127.0.0.1:1", headers: ["a": "b"])
//! 3:46: dictionary `[string: string]` is not a record in argument `headers`

// --- a header that is no text
import "experimental/http"

http.get(url: "http://127.0.0.1:1", headers: {a: 1})
//! header value "a" must be a string

// --- timeout is a number
import "experimental/http"

http.get(url: "http://127.0.0.1:1", timeout: 5)
//! 3:46: expected `duration`, found `int` in argument `timeout`

// --- unknown argument
import "experimental/http"

http.get(url: "http://127.0.0.1:1", data: bytes(v: "x"))
//! 3:43: unexpected argument `data`

// --- no scheme
// Flux fails with another text.
import "experimental/http"

http.get(url: "127.0.0.1:1")
//! argument `url` must start with `http://` or `https://`

// --- other scheme
// Flux fails with another text.
import "experimental/http"

http.get(url: "ftp://127.0.0.1:1")
//! argument `url` must start with `http://` or `https://`

// --- null url
// Flux crashes here.
import "experimental/http"
import "internal/debug"

http.get(url: debug.null(type: "string"))
//! argument `url` is null, it must be a string

// --- no time
import "experimental/http"

http.get(url: "http://127.0.0.1:1/", timeout: 0s)
//! argument `timeout` must be longer than zero, found 0ns

// --- without a client
import "experimental/http"

http.get(url: "http://127.0.0.1:1/")
//! `GET http://127.0.0.1:1/` failed: the context has no HTTP client
