// Package requests sends HTTP requests to anywhere.
//
// Requests go wherever the host of the script lets them go, and carry no credentials but those that the script gives.
// Up to 10 redirects are followed. Any status is a value, not an error.
package requests


import "array"

// defaultConfig is the configuration of requests that name no other.
//
// - **timeout**: How long a request may take; `0s` is as long as the script itself may.
// - **insecureSkipVerify**: Whether certificates go unchecked, which the host of the script may forbid.
//
// ## Example
//
// ```
// import "http/requests"
//
// requests.defaultConfig.timeout  // => 0ns
// ```
option defaultConfig = {timeout: 0s, insecureSkipVerify: false}

_emptyBody = bytes(v: "")

// _do is what the other functions are made of.
builtin _do : (
        method: string,
        url: string,
        ?params: [string:[string]],
        ?headers: [string:string],
        ?body: bytes,
        config: {A with timeout: duration, insecureSkipVerify: bool},
    ) => {statusCode: int, body: bytes, headers: [string:string], duration: duration}

// do sends a request and returns the whole response.
//
// ## Parameters
//
// - method: DELETE, GET, HEAD, PATCH, POST or PUT, in capitals.
// - url: URL with `http://` or `https://`; it holds no user and no password.
// - params: Parameters of the query. If there are any, they take the place of the URL's own query.
// - headers: Headers by name. What holds for the headers of `api` of `experimental/influxdb` holds here.
// - body: Body of the request.
// - config: Configuration of the request.
//
// ## Response
//
// - **statusCode**: HTTP status.
// - **headers**: Headers by name, in the form `Content-Type`. Several values of one name are joined with `, `.
// - **body**: The whole body, decoded.
// - **duration**: How long it took.
//
// ## Example
//
// ```
// import "http/requests"
//
// requests.do(method: "DELETE", url: "https://example.com/pumps/3").statusCode
// ```
do = (
    method,
    url,
    params=[:],
    headers=[:],
    body=_emptyBody,
    config=defaultConfig,
) =>
    _do(
        method: method,
        url: url,
        params: params,
        headers: headers,
        body: body,
        config: config,
    )

// post sends a POST request; `url`, `params`, `headers`, `body` and `config` are those of `do`.
//
// ## Example
//
// ```
// import "http/requests"
// import "json"
//
// requests.post(
//     url: "https://example.com/pumps",
//     headers: ["Content-Type": "application/json"],
//     body: json.encode(v: {name: "north"}),
// )
// ```
post = (
    url,
    params=[:],
    headers=[:],
    body=_emptyBody,
    config=defaultConfig,
) =>
    do(
        method: "POST",
        url: url,
        params: params,
        headers: headers,
        body: body,
        config: config,
    )

// get sends a GET request; `url`, `params`, `headers`, `body` and `config` are those of `do`.
//
// ## Example
//
// ```
// import "http/requests"
//
// requests.get(url: "https://example.com/pumps", params: ["state": ["on", "idle"]])
// ```
get = (
    url,
    params=[:],
    headers=[:],
    body=_emptyBody,
    config=defaultConfig,
) =>
    do(
        method: "GET",
        url: url,
        params: params,
        headers: headers,
        body: body,
        config: config,
    )

// peek turns `response` into a table of one row, to look at it.
//
// ## Example
//
// ```
// import "http/requests"
//
// requests.peek(response: {statusCode: 200, body: bytes(v: "ok"), headers: ["A": "b"], duration: 5ms})
// ```
peek = (response) =>
    array.from(
        rows: [
            {
                statusCode: response.statusCode,
                body: string(v: response.body),
                headers: display(v: response.headers),
                duration: int(v: response.duration),
            },
        ],
    )
