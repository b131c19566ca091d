// --- a URL without a scheme
import "http"

http.post(url: "/only/path")
//! argument `url` must start with `http://` or `https://`

// --- another scheme
import "http"

http.post(url: "gopher://127.0.0.1:1")
//! argument `url` must start with `http://` or `https://`

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

// --- a header that is no text
import "http"

http.post(url: "http://127.0.0.1:1", headers: {x: 5})
//! header value "x" must be a string

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

// --- headers in a dictionary
import "http"

http.post(url: "http://127.0.0.1:1", headers: ["x": "y"])
//! 3:47:

// --- without a client
import "http"

http.post(url: "http://127.0.0.1:1/x?key=hush")
//! `POST http://127.0.0.1:1/x` failed: the context has no HTTP client

// --- without url
import "http"

http.post()
//! 3:1: missing required argument `url`
