// Package http sends requests and prepares what goes into them.
package http


// post sends a POST request and returns the status code of the response.
builtin post : (url: string, ?headers: A, ?data: bytes) => int where A: Record

// basicAuth returns the value of an `Authorization` header for a user and a password.
//
// ## Example
//
// ```
// import "http"
//
// http.basicAuth(u: "ada", p: "secret")  // => Basic YWRhOnNlY3JldA==
// ```
builtin basicAuth : (u: string, p: string) => string

// pathEscape returns a text so that it can stand as one segment in the path of a URL.
//
// ## Example
//
// ```
// import "http"
//
// http.pathEscape(inputString: "a b/c")  // => a%20b%2Fc
// ```
builtin pathEscape : (inputString: string) => string
