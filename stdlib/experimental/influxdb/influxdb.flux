// Package influxdb calls the HTTP API of InfluxDB.
package influxdb


// api sends one request to InfluxDB's HTTP API and returns the whole response.
//
// Any HTTP status is a value, not an error: compare `statusCode` with what you expect. Where the script runs with a
// host and a token of its own (inside a server, a task, or a command line with a profile), neither has to be given.
//
// ## Parameters
//
// - method: HTTP method, in letters of any case.
//
//   `CONNECT`, `TRACE` and `TRACK` are refused, and what is longer than 32 bytes.
//
// - path: Path of the API, starting with `/`. It may carry a query: `/api/v2/buckets?limit=5`.
//
//   Spaces and letters beyond ASCII are percent-encoded; `%` starts an escape, which is sent as it is. Backslashes,
//   `#` and control characters are refused. The path comes after the path of the host, if that has one, and then holds
//   no `.` and `..` segments. It never changes the server that is asked.
//
//   `{orgID}` and `{userID}` stand for the ids of the organisation and the user that the script runs for. They are
//   replaced in calls to the script's own InfluxDB; where there is no such id, the call fails. `%7BorgID%7D` is sent
//   as it is.
//
// - body: Body of the request. It goes out as it is, also with `GET`. Default is none.
//
//   The content type is the script's to say, in `headers`.
//
// - headers: Headers of the request, by name. Default is none.
//
//   Headers of the connection (`Host`, `Content-Length`, `Transfer-Encoding`, `Connection`, `Upgrade`, `Proxy-…` and
//   the like), the same name twice in different cases, and values with control characters are refused. At most 128
//   headers, and 64 KiB of them. Without a `User-Agent`, the runtime names itself.
//   If `Accept-Encoding` or `Range` is given, the body of the response is handed over as it came; otherwise gzip is
//   asked for and decoded.
//
// - host: URL of the server: `http://` or `https://`, a name or an address, an optional port, an optional path.
//   Default is `""`, the host that the script runs for.
//
// - query: Parameters of the query, encoded and sorted by key. Default is none.
//
//   They are added to a query in `path`; of a key in both, only the value here is sent.
//   Path and query together have at most 64 KiB.
//
// - timeout: How long the call may take, from the first look-up to the last byte of the body. Default is `30s`.
//
//   It is longer than zero and has no months or years. The call never outlasts the script's own deadline.
//
// - token: API token, sent as `Authorization: Token …`. Default is `""`, the token that the script runs with.
//
//   The token that the script runs with goes to the host that the script runs for, and nowhere else: a call to another
//   host brings its own token, or a header `Authorization`. Such a header also replaces the token that the script runs
//   with. `token` and a header `Authorization` together are refused.
//
// ## Response
//
// - **statusCode**: HTTP status.
// - **headers**: Headers by name, in the form `Content-Type`. Several values of one name are joined with `, `.
// - **body**: The whole body, decoded. `string(v: response.body)` makes a text of it.
//
// ## Errors
//
// The call fails if an argument is refused, if host or token is neither given nor known, if the server cannot be
// reached, may not be reached, or does not answer in time, and if the body is cut short, malformed or larger than
// allowed. Up to 10 redirects are followed; credentials are not sent on to another server.
// `experimental.catch` turns a failure into a value. Messages hold no token, header value, query or body.
//
// ## Examples
//
// ### Read the names of the first five buckets
//
// ```
// import "experimental/influxdb"
// import "experimental/json"
//
// response = influxdb.api(method: "get", path: "/api/v2/buckets", query: ["limit": "5"])
// page = json.parse(data: response.body)
//
// names = page.buckets
// ```
//
// ### Write a point to another server, and stop if it is refused
//
// ```
// import "experimental/influxdb"
// import "influxdata/influxdb/secrets"
//
// written =
//     influxdb.api(
//         method: "post",
//         path: "/api/v2/write",
//         query: ["org": "acme", "bucket": "garden", "precision": "s"],
//         host: "https://influxdb.example.com",
//         token: secrets.get(key: "GARDEN_TOKEN"),
//         headers: ["Content-Type": "text/plain; charset=utf-8"],
//         body: bytes(v: "soil,bed=3 moisture=0.31 1700000000"),
//         timeout: 10s,
//     )
//
// outcome = if written.statusCode == 204 then "written" else die(msg: string(v: written.body))
// ```
builtin api : (
        method: string,
        path: string,
        ?body: bytes,
        ?headers: [string:string],
        ?host: string,
        ?query: [string:string],
        ?timeout: duration,
        ?token: string,
    ) => {statusCode: int, headers: [string:string], body: bytes}
