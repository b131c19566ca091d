// --- another scheme
import "experimental/http"

http.get(url: "ftp://127.0.0.1:1")
//! argument `url` must start with `http://` or `https://`

// --- a header that is no text
import "experimental/http"

http.get(url: "http://127.0.0.1:1/", headers: {a: 1})
//! header value "a" must be a string

// --- no time
import "experimental/http"

http.get(url: "http://127.0.0.1:1/", timeout: 0s)
//! argument `timeout` must be longer than zero, found 0ns

// --- without a client
import "experimental/http"

http.get(url: "http://127.0.0.1:1/")
//! `GET http://127.0.0.1:1/` failed: the context has no HTTP client
