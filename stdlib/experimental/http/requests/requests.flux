// Package requests is the former place of `http/requests`; new scripts import that.
package requests


import "http/requests"

// defaultConfig is the configuration of requests that name no other; see `http/requests`.
//
// ## Example
//
// ```
// import "experimental/http/requests"
//
// requests.defaultConfig.insecureSkipVerify  // => false
// ```
option defaultConfig = {timeout: 0s, insecureSkipVerify: false}

_emptyBody = requests._emptyBody

_do = requests._do

// do sends a request and returns the whole response; `method`, `url`, `params`, `headers`, `body` and `config` are those of
// `do` in `http/requests`.
//
// ## Example
//
// ```
// import "experimental/http/requests"
//
// requests.do(method: "GET", url: "https://example.com")
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
// import "experimental/http/requests"
//
// requests.post(url: "https://example.com")
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
// import "experimental/http/requests"
//
// requests.get(url: "https://example.com")
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

// peek turns `response`, as `do`, `get` and `post` return it, into a table of one row; see `http/requests`.
//
// ## Example
//
// ```
// import "experimental/http/requests"
//
// requests.peek(response: {statusCode: 200, body: bytes(v: "ok"), headers: ["A": "b"], duration: 5ms})
// ```
peek = requests.peek
