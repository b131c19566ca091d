// --- values
import "http"

http.basicAuth(u: "ada", p: "secret")
//= Basic YWRhOnNlY3JldA==
http.basicAuth(u: "", p: "")
//= Basic Og==
http.basicAuth(u: "é", p: "a:b")
//= Basic w6k6YTpi

// --- null u
// Flux crashes here.
import "http"
import "internal/debug"

http.basicAuth(u: debug.null(type: "string"), p: "b")
//! argument `u` is null, it must be a string

// --- null p
// Flux crashes here.
import "http"
import "internal/debug"

http.basicAuth(u: "a", p: debug.null(type: "string"))
//! argument `p` is null, it must be a string

// --- without u
import "http"

http.basicAuth(p: "b")
//! 3:1: missing required argument `u`
