// --- without method
import "http/requests"

requests.do(url: "http://127.0.0.1:1")
//! 3:1: missing required argument `method`

// --- without url
import "http/requests"

requests.get()
//! 3:1: missing required argument `url`

// --- method in small letters
import "http/requests"

requests.do(method: "get", url: "http://127.0.0.1:1")
//! invalid HTTP method "get"

// --- unknown method
import "http/requests"

requests.do(method: "BREW", url: "http://127.0.0.1:1")
//! invalid HTTP method "BREW"

// --- params of texts
import "http/requests"

requests.get(url: "http://127.0.0.1:1", params: ["a": "b"])
//! 3:49: expected array `[string]`, found `string` in argument `params`

// --- headers in a record
import "http/requests"

requests.get(url: "http://127.0.0.1:1", headers: {a: "b"})
//! 3:50: expected dictionary `[string: string]`, found record `{a: string}` in argument `headers`

// --- body is text
import "http/requests"

requests.post(url: "http://127.0.0.1:1", body: "x")
//! 3:48: expected `bytes`, found `string` in argument `body`

// --- half a configuration
import "http/requests"

requests.get(url: "http://127.0.0.1:1", config: {timeout: 1s})
//! 3:49: the record has no field `insecureSkipVerify` in argument `config`

// --- timeout is a number
import "http/requests"

requests.get(url: "http://127.0.0.1:1", config: {timeout: 1, insecureSkipVerify: false})
//! 3:49: expected `duration`, found `int` in argument `config` in field `timeout`

// --- timeout of months
// Flux fails with another text.
import "http/requests"

requests.get(url: "http://127.0.0.1:1", config: {timeout: 1mo1s, insecureSkipVerify: false})
//! config timeout must be of fixed length, found 1mo1s; months and years are not

// --- no scheme
// Flux fails with another text.
import "http/requests"

requests.get(url: "::bad")
//! argument `url` must start with `http://` or `https://`

// --- null url
// Flux crashes here.
import "http/requests"
import "internal/debug"

requests.get(url: debug.null(type: "string"))
//! argument `url` is null, it must be a string

// --- the default configuration
import "http/requests"

requests.defaultConfig
//= {insecureSkipVerify: false, timeout: 0ns}

// --- TLS-07: certificates are checked
import "http/requests"

requests.get(url: "https://127.0.0.1:1/", config: {timeout: 1s, insecureSkipVerify: true})
//! `insecureSkipVerify` is not allowed here: certificates are always checked

// --- a negative timeout
import "http/requests"

requests.get(url: "http://127.0.0.1:1/", config: {timeout: -1s, insecureSkipVerify: false})
//! config timeout must not be negative, found -1s

// --- a bad name of a header
import "http/requests"

requests.get(url: "http://127.0.0.1:1/", headers: ["a b": "c"])
//! argument `headers`: `a b` has no valid name

// --- without a client
import "http/requests"

requests.post(url: "http://127.0.0.1:1/", body: bytes(v: "hush"))
//! `POST http://127.0.0.1:1/` failed: the context has no HTTP client
