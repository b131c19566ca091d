// Package http sends requests and prepares what goes into them.
package http


import "experimental"

// post sends a POST request and returns the status code of the response; any status is a value.
//
// It goes wherever the host of the script lets it go, and carries no credentials but those in `headers`. Up to 10
// redirects are followed. It lasts no longer than the script may.
//
// ## Parameters
//
// - url: URL with `http://` or `https://`; it holds no user and no password.
// - headers: Record of texts, by the names of the headers. Default is none.
//
//   What holds for the headers of `api` of `experimental/influxdb` holds here.
//
// - data: Body of the request. Default is none.
//
// ## Example
//
// ```
// import "http"
// import "json"
//
// http.post(
//     url: "https://hooks.example.com/alarm",
//     headers: {"Content-Type": "application/json"},
//     data: json.encode(v: {pump: 3, level: "crit"}),
// )
// ```
builtin post : (url: string, ?headers: A, ?data: bytes) => int where A: Record

// basicAuth returns the value of an `Authorization` header for the user `u` and the password `p`.
//
// ## Example
//
// ```
// import "http"
//
// http.basicAuth(u: "ada", p: "secret")  // => Basic YWRhOnNlY3JldA==
// ```
builtin basicAuth : (u: string, p: string) => string

// pathEscape returns `inputString` so that it can stand as one segment in the path of a URL.
//
// ## Example
//
// ```
// import "http"
//
// http.pathEscape(inputString: "a b/c")  // => a%20b%2Fc
// ```
builtin pathEscape : (inputString: string) => string

// endpoint returns a function that posts a request to `url` for each row of a stream.
//
// `mapFn` makes the headers and the body of a row's request. Rows gain the columns `_status`, the status code as a
// text, and `_sent`, which is `true` if the status code is 200.
//
// ## Example
//
// ```
// import "http"
//
// http.endpoint(url: "https://example.com")
// ```
endpoint = (url) =>
    (mapFn) =>
        (tables=<-) =>
            tables
                |> map(
                    fn: (r) => {
                        message = mapFn(r: r)
                        status = post(url: url, headers: message.headers, data: message.data)

                        return {r with _status: string(v: status), _sent: string(v: status == 200)}
                    },
                )
                |> experimental.group(mode: "extend", columns: ["_sent"])
