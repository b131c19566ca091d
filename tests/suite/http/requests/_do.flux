// --- methods are written in capitals
import "http/requests"

requests.do(method: "get", url: "http://127.0.0.1:1/")
//! invalid HTTP method "get", it must be one of DELETE, GET, HEAD, PATCH, POST, PUT

// --- an unknown method
import "http/requests"

requests.do(method: "FETCH", url: "http://127.0.0.1:1/")
//! invalid HTTP method "FETCH"

// --- an empty method
import "http/requests"

requests.do(method: "", url: "http://127.0.0.1:1/")
//! invalid HTTP method ""

// --- certificates are checked
import "http/requests"

requests.get(url: "https://127.0.0.1:1/", config: {timeout: 1s, insecureSkipVerify: true})
//! `insecureSkipVerify` is not allowed here: certificates are always checked

// --- a timeout in months
import "http/requests"

requests.get(url: "http://127.0.0.1:1/", config: {timeout: 1mo, insecureSkipVerify: false})
//! config timeout must be of fixed length, found 1mo; months and years are not

// --- a negative timeout
import "http/requests"

requests.get(url: "http://127.0.0.1:1/", config: {timeout: -1s, insecureSkipVerify: false})
//! config timeout must not be negative, found -1s

// --- an incomplete configuration
import "http/requests"

requests.get(url: "http://127.0.0.1:1/", config: {timeout: 1s})
//! 3:50:

// --- a bad name of a header
import "http/requests"

requests.get(url: "http://127.0.0.1:1/", headers: ["a b": "c"])
//! argument `headers`: `a b` has no valid name

// --- parameters without lists
import "http/requests"

requests.get(url: "http://127.0.0.1:1/", params: ["a": "b"])
//! 3:50:

// --- without a client
import "http/requests"

requests.post(url: "http://127.0.0.1:1/", body: bytes(v: "hush"))
//! `POST http://127.0.0.1:1/` failed: the context has no HTTP client
