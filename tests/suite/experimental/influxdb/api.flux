// --- without method
import "experimental/influxdb"

influxdb.api(path: "/")
//! 3:1: missing required argument `method`

// --- without path
import "experimental/influxdb"

influxdb.api(method: "get")
//! 3:1: missing required argument `path`

// --- unknown argument
import "experimental/influxdb"

influxdb.api(method: "get", path: "/", url: "x")
//! 3:45: unexpected argument `url`

// --- method is no text
import "experimental/influxdb"

influxdb.api(method: 1, path: "/")
//! 3:22: expected `string`, found `int` in argument `method`

// --- body is text
import "experimental/influxdb"

influxdb.api(method: "post", path: "/", body: "x")
//! 3:47: expected `bytes`, found `string` in argument `body`

// --- headers in a record
import "experimental/influxdb"

influxdb.api(method: "get", path: "/", headers: {a: "b"})
//! 3:49: expected dictionary `[string: string]`, found record `{a: string}` in argument `headers`

// --- query of numbers
import "experimental/influxdb"

influxdb.api(method: "get", path: "/", query: ["limit": 5])
//! 3:47: expected `string`, found `int` in argument `query`

// --- timeout is a number
import "experimental/influxdb"

influxdb.api(method: "get", path: "/", timeout: 5)
//! 3:49: expected `duration`, found `int` in argument `timeout`

// --- without host
import "experimental/influxdb"

influxdb.api(method: "get", path: "/")
//! keyword argument "host" is required when executing outside InfluxDB

// --- without token
import "experimental/influxdb"

influxdb.api(method: "get", path: "/", host: "http://127.0.0.1:1")
//! keyword argument "token" is required when executing outside InfluxDB

// --- empty host
// Flux fails with another text.
import "experimental/influxdb"

influxdb.api(method: "get", path: "/", host: "", token: "t")
//! keyword argument "host" is required when executing outside InfluxDB

// --- method with a space
// Flux fails with another text.
import "experimental/influxdb"

influxdb.api(method: "BAD METHOD", path: "/", host: "http://127.0.0.1:1", token: "t")
//! argument `method` must be one word of ASCII letters, found `BAD METHOD`

// --- no scheme
// Flux fails with another text.
import "experimental/influxdb"

influxdb.api(method: "get", path: "/", host: "127.0.0.1:1", token: "t")
//! argument `host`: a host starts with `http://` or `https://`

// --- other scheme
// Flux fails with another text.
import "experimental/influxdb"

influxdb.api(method: "get", path: "/", host: "ftp://127.0.0.1:1", token: "t")
//! argument `host`: a host starts with `http://` or `https://`

// --- null method
// Flux crashes here.
import "experimental/influxdb"
import "internal/debug"

influxdb.api(method: debug.null(type: "string"), path: "/", host: "http://127.0.0.1:1", token: "t")
//! argument `method` is null, it must be a string

// --- null path
// Flux crashes here.
import "experimental/influxdb"
import "internal/debug"

influxdb.api(method: "get", path: debug.null(type: "string"), host: "http://127.0.0.1:1", token: "t")
//! argument `path` is null, it must be a string

// --- unknown field of the response
import "experimental/influxdb"

influxdb.api(method: "get", path: "/", host: "http://127.0.0.1:1", token: "t").status
//! 3:1: the record has no field `status`

// --- header name with a space
// Flux fails with another text.
import "experimental/influxdb"

influxdb.api(method: "get", path: "/", host: "http://127.0.0.1:1", token: "t", headers: ["a b": "c"])
//! argument `headers`: `a b` has no valid name; names are letters, digits and a few signs such as `-`

// --- header value with a line break
// Flux fails with another text.
import "experimental/influxdb"

influxdb.api(method: "get", path: "/", host: "http://127.0.0.1:1", token: "t", headers: ["a": "b\nc"])
//! argument `headers`: `a` holds a control character at offset 1 of its value
