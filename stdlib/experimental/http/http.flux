// Package http reads from anywhere by HTTP.
package http


// get sends a GET request and returns the whole response; any status is a value.
//
// It goes wherever the host of the script lets it go, and carries no credentials but those in `headers`. Up to 10
// redirects are followed.
//
// ## Parameters
//
// - url: URL with `http://` or `https://`; it holds no user and no password.
// - headers: Record of texts, by the names of the headers. Default is none.
// - timeout: How long the call may take, longer than zero. Default is `30s`.
//
// ## Response
//
// - **statusCode**: HTTP status.
// - **headers**: Record of the headers, with names in the form `Content-Type`. Several values of one name are joined
//   with `, `.
// - **body**: The whole body, decoded.
//
// ## Example
//
// ```
// import "experimental/http"
//
// response = http.get(url: "https://example.com/pumps", headers: {"Accept": "application/json"})
// response.headers["Content-Type"]
// ```
builtin get : (
        url: string,
        ?headers: A,
        ?timeout: duration,
    ) => {statusCode: int, body: bytes, headers: B}
    where
    A: Record,
    B: Record
