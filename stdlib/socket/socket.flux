// Package socket reads from sockets.
package socket


// from reads CSV or line protocol from a socket.
//
// ## Parameters
//
// - url: URL of the socket, with `tcp://`, `unix://` or `file://`.
// - decoder: `csv` or `line`. Default is `csv`.
//
// ## Example
//
// ```
// import "socket"
//
// socket.from(url: "https://example.com")
// ```
builtin from : (url: string, ?decoder: string) => stream[A]
